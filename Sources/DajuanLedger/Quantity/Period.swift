/// A stretch of whole months: a year, a quarter, a month, several years, or all time up to one.
///
/// Months are counted from January of year 0; both ends are included.
public struct Period: Hashable, Sendable {
  /// The first month, or `nil` where the period is everything up to ``last``.
  public let first: Int32?
  /// The last month.
  public let last: Int32

  /// Makes a period of months; `nil` unless `first ≤ last`.
  public init?(firstMonth: Int32?, lastMonth: Int32) {
    if let firstMonth, firstMonth > lastMonth { return nil }
    first = firstMonth
    last = lastMonth
  }

  /// The calendar year.
  public init(year: Int) {
    first = Int32(year) * 12
    last = Int32(year) * 12 + 11
  }

  /// The years `from` to `through`, both included; `nil` unless in order.
  public init?(years from: Int, through: Int) {
    self.init(firstMonth: Int32(from) * 12, lastMonth: Int32(through) * 12 + 11)
  }

  /// Everything up to the end of a year.
  public init(throughYear year: Int) {
    first = nil
    last = Int32(year) * 12 + 11
  }

  /// A month of a year, 1 to 12; `nil` for any other month.
  public init?(year: Int, month: Int) {
    guard (1...12).contains(month) else { return nil }
    first = Int32(year) * 12 + Int32(month) - 1
    last = Int32(year) * 12 + Int32(month) - 1
  }

  /// A quarter of a year, 1 to 4; `nil` for any other quarter.
  public init?(year: Int, quarter: Int) {
    guard (1...4).contains(quarter) else { return nil }
    first = Int32(year) * 12 + Int32(quarter) * 3 - 3
    last = Int32(year) * 12 + Int32(quarter) * 3 - 1
  }

  /// The year the period lies in, when it lies in one and has a beginning.
  public var year: Int? {
    guard let first, first / 12 == last / 12 else { return nil }
    return Int(last / 12)
  }

  /// The number of months; `nil` without a beginning.
  public var months: Int? { first.map { Int(last - $0) + 1 } }

  /// The period moved by its own length times `count`: a year by years, a month by months.
  public func shifted(by count: Int) -> Period? {
    let (distance, overflow) = count.multipliedReportingOverflow(by: months ?? 12)
    guard !overflow, let by = Int32(exactly: distance), by.magnitude < 1 << 24 else { return nil }
    return Period(firstMonth: first.map { $0 + by }, lastMonth: last + by)
  }

  /// Whether every month of the other period lies in this one.
  public func contains(_ other: Period) -> Bool {
    guard let first else { return other.last <= last }
    guard let start = other.first else { return false }
    return first <= start && other.last <= last
  }

  /// Whether the two share a month.
  public func overlaps(_ other: Period) -> Bool {
    (first ?? .min) <= other.last && (other.first ?? .min) <= last
  }
}

extension Period: Comparable {
  /// By beginning, then by end; a period without a beginning comes first.
  public static func < (left: Period, right: Period) -> Bool {
    (left.first ?? .min, left.last) < (right.first ?? .min, right.last)
  }
}

extension Period: CustomStringConvertible {
  /// The query language's notation: `2021`, `2021Q1`, `2021-03`, `2017..2021`, `..2021`.
  public var description: String { notation(years: "..", months: "..", open: "..") }

  /// The interchange notation of extracted facts: `2021`, `2017-2021`, `-2021`,
  /// `2021-01/2021-08`.
  public var interchange: String { notation(years: "-", months: "/", open: "-") }

  private func notation(years: String, months: String, open: String) -> String {
    guard let first else {
      return open + (last % 12 == 11 ? String(last / 12) : Self.month(last))
    }
    if first % 12 == 0, last % 12 == 11 {
      let (from, through) = (first / 12, last / 12)
      return from == through ? String(from) : String(from) + years + String(through)
    }
    if first == last { return Self.month(first) }
    if first % 3 == 0, last == first + 2 { return "\(first / 12)Q\(first % 12 / 3 + 1)" }
    return Self.month(first) + months + Self.month(last)
  }

  private static func month(_ index: Int32) -> String {
    let number = index % 12 + 1
    return "\(index / 12)-" + (number < 10 ? "0" : "") + String(number)
  }
}
