import VietnameseText

/// The upright axis of a line chart: where it starts and ends, and its grid lines.
struct ValueAxis {
  let start: Double
  let end: Double
  /// At most four above the start, in equal steps.
  let ticks: [Double]

  /// Counts start at zero. Rates start at a round number below the smallest, where zero would
  /// press the line flat (all of it in the upper half).
  ///
  /// - Parameter values: what must lie on the axis.
  init(_ scale: ChartSeries.Scale, values: [Double]) {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    var start = 0.0
    if scale == .rates, low > 50, low > high / 2 {
      let room = max((high - low) / 3, 2)
      start = max(0, ((low - room) / 5).rounded(.down) * 5)
      if start < 80 { start = (start / 10).rounded(.down) * 10 }
    }
    // Shares end at 100% at most, so the axis does too: only steps that meet it.
    let isFull = scale == .rates && high > 80 && high <= 100
    let top = isFull ? 100 : high
    let least: Double = scale == .rates ? 5 : 4
    let step = Self.step(for: max(top - start, least), dividing: isFull ? 100 - start : nil)
    var ticks: [Double] = []
    var tick = start
    repeat {
      tick += step
      ticks.append(tick)
    } while tick < top
    self.start = start
    self.ticks = ticks
    end = tick
  }

  /// A value of the axis, in whole numbers.
  func text(_ value: Double, language: String) -> String {
    NumberFormat.format(mantissa: Int(min(value, 9e18)), language: language)
  }

  /// 1, 2 or 5 times a power of ten, so that at most four steps cover the range.
  ///
  /// - Parameter whole: what the steps must add up to exactly, if anything.
  private static func step(for range: Double, dividing whole: Double?) -> Double {
    var power = 1.0
    while power * 40 < range { power *= 10 }
    let steps = [1, 2, 5, 10, 20, 50].map { $0 * power }.filter { $0 * 4 >= range }
    let fitting = steps.first { step in
      guard let whole else { return true }
      return (whole / step).rounded() * step == whole
    }
    return fitting ?? steps.first ?? power * 10
  }
}
