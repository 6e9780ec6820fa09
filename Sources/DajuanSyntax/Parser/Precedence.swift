/// How tightly an operator binds, loosest first.
///
/// This is the table of Grammar/operators.tsv; the parser climbs it and the printer asks it where
/// parentheses are needed.
package enum Precedence: Int, Comparable, CaseIterable, Sendable {
  /// `x to unit`
  case conversion
  case or
  case and
  /// Prefix `not`.
  case not
  /// Comparisons, `in`, the tests of text, `is`; they do not chain.
  case comparison
  case coalesce
  /// `a .. b`; does not chain.
  case range
  case sum
  case product
  /// Prefix `-`.
  case minus
  /// Literals, names, calls, parentheses.
  case primary

  package static func < (left: Precedence, right: Precedence) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The next tighter level.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .primary }

  /// How operators of the level group among themselves.
  package var associativity: Associativity {
    switch self {
    case .comparison, .range: .none
    case .coalesce, .not, .minus: .right
    default: .left
    }
  }

  /// How operators of one level group.
  package enum Associativity: String, Sendable {
    case left
    case right
    case none
  }
}

extension BinaryOperator {
  /// How tightly it binds.
  package var precedence: Precedence {
    switch self {
    case .or: .or
    case .and: .and
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in, .contains,
      .starts, .ends, .matches, .overlaps:
      .comparison
    case .coalesce: .coalesce
    case .add, .subtract: .sum
    case .multiply, .divide: .product
    }
  }

  /// The word it is, or nil for a mark.
  package var keyword: Keyword? {
    switch self {
    case .or: .or
    case .and: .and
    case .in: .in
    case .contains: .contains
    case .starts: .starts
    case .ends: .ends
    case .matches: .matches
    case .overlaps: .overlaps
    default: nil
    }
  }

  /// Whether `not` may stand before it.
  package var canBeNegated: Bool { precedence == .comparison && keyword != nil }

  /// The operator a token is, if it is one.
  init?(_ token: Token) {
    switch token.kind {
    case .word: self.init(token.keyword)
    case .assign, .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .plus: self = .add
    case .minus: self = .subtract
    case .star: self = .multiply
    case .slash: self = .divide
    case .coalesce: self = .coalesce
    default: return nil
    }
  }

  private init?(_ keyword: Keyword) {
    switch keyword {
    case .or: self = .or
    case .and: self = .and
    case .in: self = .in
    case .contains: self = .contains
    case .starts: self = .starts
    case .ends: self = .ends
    case .matches: self = .matches
    case .overlaps: self = .overlaps
    default: return nil
    }
  }
}

extension Expression {
  /// How tightly the outermost form binds.
  package var precedence: Precedence {
    switch kind {
    case .conversion: .conversion
    case .binary(let binary): binary.operator.precedence
    case .unary(let unary):
      switch unary.operator {
      case .not: .not
      case .upTo: .range
      case .minus: .minus
      }
    case .test: .comparison
    case .range: .range
    case .number, .string, .period, .truth, .missingValue, .name, .reference, .call, .list,
      .parenthesised, .missing:
      .primary
    }
  }
}
