/// A number as written, with its scale word and unit.
///
/// `1.04万人` has the digits `1.04`, the scale `万` and the unit `人`; `7.5%` the unit `%`.
package struct NumberLiteral: Hashable, Sendable {
  /// ASCII digits with at most one point between digits; never empty.
  package let digits: String

  /// A scale word such as `万`, or nothing.
  package let scale: String

  /// The unit as written, in half-width; nothing for a bare number.
  package let unit: String

  package init(digits: String, scale: String = "", unit: String = "") {
    self.digits = digits
    self.scale = scale
    self.unit = unit
  }

  /// Whether neither scale nor unit is written.
  package var isBare: Bool { scale.isEmpty && unit.isEmpty }

  /// The year a bare number may mean where a period is wanted: four digits, 1000 to 2999.
  package var year: Int? {
    guard isBare, digits.utf8.count == 4, let year = Int(digits), (1000...2999).contains(year)
    else { return nil }
    return year
  }
}

/// A period as written; years are 1000 to 2999, and month and day exist in the calendar.
package enum PeriodLiteral: Hashable, Sendable {
  /// `2021年`
  case year(Int)

  /// `2021Q1`
  case quarter(year: Int, quarter: Int)

  /// `2021-03`, `2021年3月`
  case month(year: Int, month: Int)

  /// `2021-03-31`, `2021年3月31日`
  case day(year: Int, month: Int, day: Int)
}

/// The unit after `to`.
package struct UnitName: Hashable, Sendable {
  /// A scale word such as `亿`, or nothing.
  package let scale: String

  /// The unit in half-width, such as `元`, `%`, `元/人`; nothing where only a scale is written.
  package let unit: String

  package let span: Span

  package init(scale: String, unit: String, span: Span) {
    self.scale = scale
    self.unit = unit
    self.span = span
  }

  /// The unit that should have stood at `span`.
  package static func missing(_ span: Span) -> UnitName {
    UnitName(scale: "", unit: "", span: span)
  }

  /// Whether it stands for a unit that is not there; its diagnostic exists already.
  package var isMissing: Bool { scale.isEmpty && unit.isEmpty }
}
