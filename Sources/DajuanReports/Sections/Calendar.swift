internal import DajuanLedger

/// The years a report speaks of, from the day it was delivered.
struct Calendar {
  /// The year of delivery, or `nil` where nothing tells.
  let year: Int?
  let month: Int?

  /// Whether the report was given in the middle of the year, so that 今年以来 is a stretch.
  var isMidYear: Bool { (month ?? 1) >= 6 }
  var reviewed: Period? { year.map { Period(year: $0 - 1) } }
  var planned: Period? { year.map { Period(year: $0) } }
  var pastFive: Period? { year.flatMap { Period(years: $0 - 5, through: $0 - 1) } }
  var nextFive: Period? { year.flatMap { Period(years: $0, through: $0 + 4) } }
  var soFar: Period? { year.flatMap { months($0, 1, max(1, month ?? 12)) } }
  var rest: Period? { year.flatMap { months($0, min(12, (month ?? 0) + 1), 12) } }

  func months(_ year: Int, _ first: Int, _ last: Int) -> Period? {
    guard (1...12).contains(first), (1...12).contains(last), first <= last else { return nil }
    return Period(
      firstMonth: Int32(year) * 12 + Int32(first) - 1,
      lastMonth: Int32(year) * 12 + Int32(last) - 1
    )
  }

  /// The years of a five-year plan: the tenth ran from 2001 to 2005.
  func plan(_ number: Int) -> Period? {
    Period(years: 2001 + (number - 10) * 5, through: 2005 + (number - 10) * 5)
  }

  /// The years of a stretch that are over before delivery, where some are and some are not.
  func past(of stretch: Period) -> Period? {
    guard let year, let first = stretch.first, Int(first / 12) < year,
      Int(stretch.last / 12) >= year
    else { return nil }
    return Period(years: Int(first / 12), through: year - 1)
  }

  /// The year a part of one is of: 一季度 in a plan's years to come is that of delivery.
  private func spokenYear(_ current: Period) -> Int {
    let last = Int(current.last / 12)
    guard let year, current.year == nil, last >= year else { return last }
    return year
  }

  /// The period a time stands for, when the text around it is about `current`.
  func period(of time: TimeMention, current: Period?) -> Period? {
    let spoken = current.map { spokenYear($0) } ?? year
    switch time.value {
    case .year(let value):
      if time.isSince, let end = year, end > value {
        return isMidYear && current == soFar
          ? Period(years: value, through: end - 1)
          : Period(years: value, through: end - 1)
      }
      return Period(year: value)
    case .years(let from, let through): return Period(years: from, through: through)
    case .months(let year, let first, let last):
      return (year ?? spoken).flatMap { months($0, first, last) }
    case .through(let year, let last): return (year ?? spoken).flatMap { months($0, 1, last) }
    case .plan(let number):
      guard let whole = plan(number) else { return nil }
      // “十四五”以来: the years of it that are over.
      return time.isSince ? past(of: whole) ?? whole : whole
    case .lastYears(let count): return year.flatMap { Period(years: $0 - count, through: $0 - 1) }
    case .nextYears(let count): return year.flatMap { Period(years: $0, through: $0 + count - 1) }
    case .span(let count):
      guard let year else { return nil }
      let isAhead = spoken.map { $0 >= year } ?? false
      return isAhead
        ? Period(years: year, through: year + count - 1)
        : Period(years: year - count, through: year - 1)
    case .day: return nil
    case .word(let word): return period(of: word, spoken: spoken)
    }
  }

  private func period(of word: TimeSense, spoken: Int?) -> Period? {
    switch word {
    case .lastYear, .pastYear: reviewed
    case .thisYear: planned
    case .nextYear: year.map { Period(year: $0 + 1) }
    case .thisYearSoFar: soFar
    case .pastFive: pastFive
    case .nextFive: nextFive
    case .firstHalf: spoken.flatMap { months($0, 1, 6) }
    case .secondHalf: spoken.flatMap { months($0, 7, 12) }
    case .firstQuarter: spoken.flatMap { months($0, 1, 3) }
    case .secondQuarter: spoken.flatMap { months($0, 4, 6) }
    case .thirdQuarter: spoken.flatMap { months($0, 7, 9) }
    case .fourthQuarter: spoken.flatMap { months($0, 10, 12) }
    case .threeQuarters: spoken.flatMap { months($0, 1, 9) }
    case .restOfYear: rest
    case .yearOnAverage, .wholeYear: nil
    }
  }
}
