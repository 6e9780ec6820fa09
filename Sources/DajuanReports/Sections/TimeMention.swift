/// A time as written in a statement.
struct TimeMention {
  enum Value: Hashable {
    case word(TimeSense)
    case year(Int)
    case years(Int, Int)
    /// Months of a year; of the year spoken of where it is not said.
    case months(Int?, Int, Int)
    /// From January up to a day: 截至8月16日.
    case through(Int?, Int)
    /// A five-year plan by its number: 13 for “十三五”.
    case plan(Int)
    /// The last years before delivery, or the next ones.
    case lastYears(Int)
    case nextYears(Int)
    /// So many years in which things are told: the last ones in a review, the next ones in a plan.
    case span(Int)
    /// A day, which says nothing of a quantity's period.
    case day
  }

  var range: Range<Int>
  var value: Value
  /// Whether it is what something is compared with: 比2010年, 是2007年的.
  var isReference = false
  /// Whether it is an end to be reached: 到2026年.
  var isHorizon = false
  /// Whether it opens a stretch that goes on up to delivery: 2017年以来, “十四五”以来.
  var isSince = false
}
