/// The interface words that the program needs, one key each: the same in every
/// `strings/<lang>.yaml`. A file that lacks one is refused when it is read, so a page never has a
/// hole.
///
/// Words for units (`unitPersons`, `unitPersonsOne`) are not listed: units belong to the data.
public enum WordKey: String, Sendable, CaseIterable {
  // Frame
  case skipToContent, barLabel, callNumber, exit, exitTwoMore, exitOneMore, `internal`,
    internalRule,
    officialsEdition, menu, allSections, crumbs, noTracking, dataDate, documentTitle,
    documentTitleInternal

  // Sample and published figures
  case sample, sampleNote, published

  // Help
  case helpQuestion, helpTitle, helpLead, helpElsewhere, helpElsewhereLink, helpAbroad,
    helpAbroadUnreachable, helpAbroadUnverified, helpAbroadAlso, callFree, callName,
    callAllHours, callHours, callReachAbroad, callReachBoth

  // Content pages
  case contents, reviewed, reviewedBy, notReviewed, reviewOverdue, sources, seeMore,
    otherPages, calloutNote, calloutHelp, calloutDanger

  // Indicator page
  case formulaHeading, formulaResult, formulaRemainder, seriesHeading, limitationsHeading,
    methodHeading, relatedHeading, targetQuoteSource, agency, agencyFrom,
    agencyUntil, frequency, frequencyMonthly, frequencyQuarterly, frequencySemiannual,
    frequencyAnnual, frequencyOnce, populationBasis, legalRegime, inForceUntil, inForceFrom,
    definition, numerator, denominator, citation,
    citationText, proxy

  // Plan and scoreboard
  case planDocument, planValidity, planPurpose, planGoal, targetsHeading, latestPeriod, runLabel,
    resultOf, shortfall, shortfallAgainst, targetNoSeries, clause, breakNote

  // Status of a target
  case statusMet, statusUnmet, statusNone, statusMissing, statusSuppressed, statusQualitative,
    statusSuppressedWhy, statusKey

  // Tables
  case tableNumber, figureNumber, captionUnit, captionArea, captionPeriods, captionPooled, total,
    measure, period, area, swipe, emptyTable, noTables, hiddenCells, severalCodes,
    afterBreak, tablesHeading, tableNote, howToRead

  // Marks in tables
  case marks, markSuppressed, markSuppressedLink, markNotCollected, markNone, markNotAvailable,
    markNotApplicable, markProvisional, markEstimated, markRevised, markBreak, markBreakTerritory,
    markBreakLaw, markBreakBoth, breakTerritory, breakLaw, breakBoth, suppressed, notCollected,
    none, notAvailable, notApplicable, provisional, estimated, revised

  // Source below a table, downloads
  case source, sourceDocument, sourceReleased, downloads, downloadsOf,
    sizeKB, sizeMB

  // Charts
  case chartFrom, chartNewTerritory, chartNewLaw, chartNewBoth, chartTarget, chartNoNumber,
    chartHidden, chartAxisStart, chartUnit, chartLineTitle, chartBarTitle, chartNoValues,
    chartDescription, chartPoint

  // Periods
  case periodYear, periodHalf1, periodHalf2, periodQuarter, periodMonth, periodRange,
    periodYearLong, periodHalf1Long, periodHalf2Long, periodQuarterLong, periodMonthLong,
    periodRangeLong, periodHalf1Short, periodHalf2Short, periodPooled

  // Not found
  case notFoundTitle, notFoundLead, allPages

  // Search
  case searchHeading, searchLabel, searchButton, searchLoading, searchFound, searchFoundOne,
    searchNear, searchNone, searchFailed, searchMore, searchLetters, searchOther, pathSearch

  // Addresses of the pages that the program makes, the name of the language, a moved page
  case pathPlans, pathIndicators, pathTables, languageName, pageMoved, planOrientation

  // Translations
  case notTranslated, oldTranslation

  // Notes, terms, subjects
  case notes, noteNumber, noteBack, noteBackAgain, wideTable, pageTerms, termBack, tags, tagTitle,
    tagLead, pathTags, locale

  // Campaigns
  case pathCampaigns, pathPoster, campaignsHeading, campaignTitle, campaignDay, campaignDate,
    campaignThemeUnknown, campaignThemeUnknownHere, campaignThemeElsewhere, campaignPeak,
    campaignPeakDates, campaignDecision, campaignDecisionOn, campaignFigures, campaignActivities,
    campaignTables,
    campaignPoster, campaignPosterNote, campaignYears, campaignYearsOther, campaignBanner,
    posterTitle, posterHint, posterScan, posterCode, posterFoot

  // Charts over periods of unequal length, or with values that are not shown
  case chartBarTitleShown, chartYears, chartHalfYears, chartQuarters, chartMonths
}

extension WordKey {
  /// Names that the program fills in where they stand in braces. A language uses those that it
  /// needs: Vietnamese writes `quý {roman}`, English `Q{quarter}`.
  var placeholders: [String] {
    switch self {
    case .callNumber, .helpAbroadUnverified, .helpAbroadAlso, .tableNumber, .figureNumber:
      ["number"]
    case .dataDate, .reviewOverdue, .oldTranslation, .afterBreak, .markBreakTerritory,
      .markBreakLaw,
      .markBreakBoth, .chartFrom:
      ["date"]
    case .documentTitle, .documentTitleInternal:
      ["page", "site"]
    case .helpAbroadUnreachable:
      ["numbers"]
    case .noteNumber, .noteBack:
      ["number"]
    case .noteBackAgain:
      ["number", "time"]
    case .callName, .termBack, .tagTitle:
      ["name"]
    case .callHours:
      ["hours"]
    case .reviewedBy, .agencyFrom, .agencyUntil:
      ["name", "date"]
    case .formulaRemainder:
      ["denominator", "numerator", "remainder"]
    case .targetQuoteSource:
      ["clause", "document"]
    case .inForceUntil, .inForceFrom:
      ["instrument", "date"]
    case .citationText:
      ["publisher", "title", "date"]
    case .latestPeriod:
      ["period", "area"]
    case .resultOf:
      ["part", "whole", "unit"]
    case .shortfall:
      ["count", "unit"]
    case .shortfallAgainst:
      ["count", "unit", "target"]
    case .clause:
      ["clause"]
    case .breakNote:
      ["date", "reason"]
    case .captionUnit:
      ["units"]
    case .captionArea:
      ["area"]
    case .captionPeriods:
      ["area", "periods"]
    case .captionPooled:
      ["periods"]
    case .downloadsOf:
      ["title"]
    case .hiddenCells:
      ["hidden", "all", "threshold"]
    case .severalCodes:
      ["axis"]
    case .tableNote:
      ["units", "periods"]
    case .sizeKB, .sizeMB:
      ["size"]
    case .chartTarget, .chartAxisStart:
      ["value"]
    case .chartUnit:
      ["unit"]
    case .chartLineTitle:
      ["measure", "last", "period"]
    case .planOrientation:
      ["year"]
    case .chartBarTitle, .chartBarTitleShown:
      ["measure", "name", "value"]
    case .chartNoValues:
      ["measure"]
    case .chartDescription:
      ["points"]
    case .chartPoint:
      ["period", "value"]
    case .periodYear, .periodHalf1, .periodHalf2, .periodYearLong, .periodHalf1Long,
      .periodHalf2Long:
      ["year"]
    case .periodQuarter, .periodQuarterLong:
      ["roman", "year", "quarter"]
    case .periodMonth, .periodMonthLong:
      ["month", "year"]
    case .periodRange, .periodRangeLong, .periodPooled:
      ["from", "to"]
    case .periodHalf1Short, .periodHalf2Short:
      ["yy"]
    case .campaignTitle:
      ["day", "month", "year", "date"]
    case .campaignDate:
      ["day", "month", "date"]
    case .campaignPeakDates:
      ["from", "to"]
    case .campaignDecisionOn:
      ["number", "date"]
    case .campaignBanner:
      ["dates"]
    case .posterTitle:
      ["title"]
    case .posterCode:
      ["address"]
    case .posterFoot:
      ["site", "year"]
    case .searchFound, .searchNear:
      ["count"]
    default: []
    }
  }
}
