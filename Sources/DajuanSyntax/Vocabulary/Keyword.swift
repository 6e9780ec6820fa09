/// The words that make tokens of their own.
///
/// Operators (`where`, `take`, …), `present` and `exact`, the kinds of `join`, the `values` of `pivot`
/// and the forms of `chart` are words only where the grammar asks for them, and names elsewhere; the
/// others are reserved and need backquotes to be names.
package enum Keyword: UInt8, CaseIterable, Sendable {
  /// No keyword.
  case none

  // Reserved.
  case `let`
  case def
  case param
  case by
  case ascending
  case descending
  case and
  case or
  case not
  case `in`
  case notIn
  case contains
  case notContains
  case starts
  case ends
  case matches
  case overlaps
  case `is`
  case isNot
  case missing
  case to
  case `true`
  case `false`
  case on

  // Words in their place only.
  case present
  case exact
  case inner
  case left
  case semi
  case anti
  case values
  case bar
  case line
  case spark
  case `where`
  case select
  case derive
  case sort
  case take
  case skip
  case distinct
  case summarize
  case join
  case union
  case pivot
  case count
  case describe
  case track
  case cite
  case assert
  case chart

  /// Whether the word can be a name only in backquotes.
  package var isReserved: Bool { self != .none && rawValue < Keyword.present.rawValue }

  /// Whether the word names an operator of a pipeline.
  package var isOperator: Bool { rawValue >= Keyword.where.rawValue }

  /// Whether the word can stand just after an expression or a name: `sort` does in a window.
  var followsOperand: Bool {
    switch self {
    case .by, .ascending, .descending, .and, .or, .not, .in, .notIn, .contains, .notContains,
      .starts, .ends, .matches, .overlaps, .is, .isNot, .missing, .present, .exact, .to, .on,
      .values, .sort:
      true
    default:
      false
    }
  }
}
