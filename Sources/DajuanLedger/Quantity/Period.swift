/// A stretch of whole days: a year, a quarter, a month, a day, several years, or all time up to one.
///
/// Days are counted in the proleptic Gregorian calendar from 1970-01-01; both ends are included.
public struct Period: Hashable, Sendable {
  /// The first day, or `nil` where the period is everything up to ``lastDay``.
  public let firstDay: Int32?
  /// The last day.
  public let lastDay: Int32

  /// Makes a period of days; `nil` unless `firstDay ≤ lastDay`.
  public init?(firstDay: Int32?, lastDay: Int32) {
    if let firstDay, firstDay > lastDay { return nil }
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// Makes a period of whole months, counted from January of year 0; `nil` unless in order.
  public init?(firstMonth: Int32?, lastMonth: Int32) {
    self.init(
      firstDay: firstMonth.map { CivilDay.number(ofMonth: $0) },
      lastDay: CivilDay.number(ofMonth: lastMonth + 1) - 1)
  }

  /// The calendar year.
  public init(year: Int) {
    firstDay = CivilDay.number(ofMonth: Int32(year) * 12)
    lastDay = CivilDay.number(ofMonth: Int32(year) * 12 + 12) - 1
  }

  /// The years `from` to `through`, both included; `nil` unless in order.
  public init?(years from: Int, through: Int) {
    self.init(firstMonth: Int32(from) * 12, lastMonth: Int32(through) * 12 + 11)
  }

  /// Everything up to the end of a year.
  public init(throughYear year: Int) {
    firstDay = nil
    lastDay = CivilDay.number(ofMonth: Int32(year) * 12 + 12) - 1
  }

  /// A month of a year, 1 to 12; `nil` for any other month.
  public init?(year: Int, month: Int) {
    guard (1...12).contains(month) else { return nil }
    let index = Int32(year) * 12 + Int32(month) - 1
    self.init(firstMonth: index, lastMonth: index)
  }

  /// A quarter of a year, 1 to 4; `nil` for any other quarter.
  public init?(year: Int, quarter: Int) {
    guard (1...4).contains(quarter) else { return nil }
    let index = Int32(year) * 12 + Int32(quarter) * 3
    self.init(firstMonth: index - 3, lastMonth: index - 1)
  }

  /// A day of a year; `nil` where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard let whole = Period(year: year, month: month), let first = whole.firstDay else {
      return nil
    }
    let number = first + Int32(day) - 1
    guard day >= 1, number <= whole.lastDay else { return nil }
    self.init(firstDay: number, lastDay: number)
  }

  /// The day, month or year a report's date names.
  package init?(_ date: ReportDate) {
    guard let month = date.month else {
      self.init(year: date.year)
      return
    }
    if let day = date.day {
      self.init(year: date.year, month: month, day: day)
    } else {
      self.init(year: date.year, month: month)
    }
  }

  /// The first month, counted from January of year 0.
  public var first: Int32? { firstDay.map { CivilDay($0).month } }
  /// The last month, counted from January of year 0.
  public var last: Int32 { CivilDay(lastDay).month }

  /// Whether the ends are the ends of months.
  private var isWholeMonths: Bool {
    CivilDay(lastDay + 1).day == 1 && firstDay.map { CivilDay($0).day == 1 } ?? true
  }

  /// The year the period lies in, when it lies in one and has a beginning.
  public var year: Int? {
    guard let first, first / 12 == last / 12 else { return nil }
    return Int(last / 12)
  }

  /// The number of months, when they are whole; `nil` otherwise, and without a beginning.
  public var months: Int? {
    guard isWholeMonths, let first else { return nil }
    return Int(last - first) + 1
  }

  /// The number of days; `nil` without a beginning.
  public var days: Int? { firstDay.map { Int(lastDay - $0) + 1 } }

  /// The period moved by its own length times `count`: a year by years, a month by months, a day
  /// by days. `nil` where that leaves the calendar's years 0 to 9999.
  public func shifted(by count: Int) -> Period? {
    let length = isWholeMonths ? months ?? 12 : days ?? 1
    let (distance, overflow) = count.multipliedReportingOverflow(by: length)
    guard !overflow, distance.magnitude < 4_000_000, let by = Int32(exactly: distance) else {
      return nil
    }
    let moved =
      isWholeMonths
      ? Period(firstMonth: first.map { $0 + by }, lastMonth: last + by)
      : Period(firstDay: firstDay.map { $0 + by }, lastDay: lastDay + by)
    guard let moved, (0..<120_000).contains(moved.last), moved.first ?? 0 >= 0 else { return nil }
    return moved
  }

  /// Whether every day of the other period lies in this one.
  public func contains(_ other: Period) -> Bool {
    guard let firstDay else { return other.lastDay <= lastDay }
    guard let start = other.firstDay else { return false }
    return firstDay <= start && other.lastDay <= lastDay
  }

  /// Whether the two share a day.
  public func overlaps(_ other: Period) -> Bool {
    (firstDay ?? .min) <= other.lastDay && (other.firstDay ?? .min) <= lastDay
  }
}

extension Period: Comparable {
  /// By beginning, then by end; a period without a beginning comes first.
  public static func < (left: Period, right: Period) -> Bool {
    (left.firstDay ?? .min, left.lastDay) < (right.firstDay ?? .min, right.lastDay)
  }
}

extension Period: CustomStringConvertible {
  /// The query language's notation: `2021`, `2021Q1`, `2021-03`, `2021-03-15`, `2017..2021`,
  /// `..2021`.
  public var description: String { notation(years: "..", others: "..", open: "..") }

  /// The interchange notation of extracted facts: `2021`, `2017-2021`, `-2021`,
  /// `2021-01/2021-08`.
  public var interchange: String { notation(years: "-", others: "/", open: "-") }

  private func notation(years: String, others: String, open: String) -> String {
    guard let firstDay, let first else {
      let isYear = isWholeMonths && last % 12 == 11
      return open + (isYear ? String(last / 12) : CivilDay(lastDay).text(days: !isWholeMonths))
    }
    guard isWholeMonths else {
      let start = CivilDay(firstDay).text(days: true)
      return firstDay == lastDay ? start : start + others + CivilDay(lastDay).text(days: true)
    }
    if first % 12 == 0, last % 12 == 11 {
      let (from, through) = (first / 12, last / 12)
      return from == through ? String(from) : String(from) + years + String(through)
    }
    if first % 3 == 0, last == first + 2 { return "\(first / 12)Q\(first % 12 / 3 + 1)" }
    let start = CivilDay(firstDay).text(days: false)
    return first == last ? start : start + others + CivilDay(lastDay).text(days: false)
  }
}

/// A day of the proleptic Gregorian calendar.
///
/// The arithmetic counts in eras of 400 years that begin in March (Hinnant, chrono-Compatible
/// Low-Level Date Algorithms, 2013).
private struct CivilDay {
  /// The month, counted from January of year 0.
  let month: Int32
  /// The day of the month, from 1.
  let day: Int32

  init(_ number: Int32) {
    let shifted = Int64(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = Int32(dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    month = Int32((yearOfEra + era * 400) * 12 + marchMonth + 2)
  }

  /// The number of a month's first day.
  static func number(ofMonth month: Int32) -> Int32 {
    let fromMarch = Int64(month) - 2
    let year = fromMarch >= 0 ? fromMarch / 12 : (fromMarch - 11) / 12
    let marchMonth = fromMarch - year * 12
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * marchMonth + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  func text(days: Bool) -> String {
    func padded(_ value: Int32) -> String { value < 10 ? "0\(value)" : String(value) }
    return "\(month / 12)-" + padded(month % 12 + 1) + (days ? "-" + padded(day) : "")
  }
}
