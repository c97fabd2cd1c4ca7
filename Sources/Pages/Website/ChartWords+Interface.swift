import Charts

extension InterfaceWords {
  /// The words of charts.
  func chart(isSample: Bool) -> ChartWords {
    ChartWords(
      language: language, suppressed: self[.chartHidden], noNumber: self[.chartNoNumber],
      nothingOccurred: self[.none], notApplicable: self[.notApplicable],
      sample: isSample ? self[.sample] : nil, axisStart: self[.chartAxisStart],
      breakFrom: self[.chartFrom], newTerritory: self[.chartNewTerritory],
      newLaw: self[.chartNewLaw], newBoth: self[.chartNewBoth], lineTitle: self[.chartLineTitle],
      barTitle: self[.chartBarTitle], barTitleOfShown: self[.chartBarTitleShown],
      noValues: self[.chartNoValues], description: self[.chartDescription],
      point: self[.chartPoint], years: self[.chartYears], halfYears: self[.chartHalfYears],
      quarters: self[.chartQuarters], months: self[.chartMonths])
  }
}
