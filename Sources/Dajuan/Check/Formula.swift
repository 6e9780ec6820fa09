package import DajuanLedger
package import DajuanSyntax

/// An expression whose names are resolved and whose type is known.
package struct Formula: Sendable {
  package indirect enum Kind: Sendable {
    /// The value of a column of the row.
    case column(Int)
    case constant(Value)
    /// A parameter of the script, with the value it has while the query is checked: a plan has the value
    /// of the run in its place.
    case parameter(String, Value)
    case negate(Formula)
    case arithmetic(ArithmeticOperator, Formula, Formula)
    case compare(ComparisonOperator, Formula, Formula)
    case all(Formula, Formula)
    case either(Formula, Formula)
    case not(Formula)
    case text(TextOperator, Formula, Formula)
    case overlaps(Formula, Formula)
    case member(Formula, [Member])
    case state(Formula, Test.State)
    case coalesce([Formula])
    case convert(Formula, Unit)
    /// Conditions with their values, and what holds otherwise.
    case choose([Branch], otherwise: Formula)
    case possibly(Formula)
    case certainly(Formula)
    case call(ScalarFunction, [Formula])
    /// A function that the host supplies, by its name.
    case host(String, [Formula])
    /// A mistake whose diagnostic exists already.
    case invalid
  }

  package struct Branch: Sendable {
    package let condition: Formula
    package let value: Formula
  }

  /// What the right side of `in` lists.
  package indirect enum Member: Sendable {
    case value(Formula)
    /// Between two quantities or within two periods, ends included.
    case range(Formula, Formula)
    /// Within a period.
    case within(Formula)
  }

  package let kind: Kind
  /// The type; `nil` for a literal `missing` or after a mistake, which fits anywhere.
  package let type: ColumnType?
  package let span: Span
  /// Whether `to` fixed the unit.
  package var isPinned = false

  package init(_ kind: Kind, _ type: ColumnType?, _ span: Span, isPinned: Bool = false) {
    self.kind = kind
    self.type = type
    self.span = span
    self.isPinned = isPinned
  }

  /// What stands where a mistake was.
  package static func invalid(_ span: Span) -> Formula { Formula(.invalid, nil, span) }

  package var isInvalid: Bool {
    if case .invalid = kind { true } else { false }
  }

  /// The units, for a quantity.
  package var units: UnitSet? {
    if case .quantity(let units) = type { return units }
    return nil
  }
}

package enum ArithmeticOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

package enum ComparisonOperator: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

package enum TextOperator: String, Sendable {
  case contains
  case starts
  case ends
  case matches
}

/// The functions of one row's values that need no form of their own.
package enum ScalarFunction: String, CaseIterable, Sendable {
  case abs, round, floor, ceil, sign, sqrt, log, exp, least, greatest
  case length, lowercase, uppercase, trim, replace, substring, concat
  case splitPart = "split_part"
  case year, quarter, month, start, end, duration
  case low, high, mid, width, bound, unit, number
}
