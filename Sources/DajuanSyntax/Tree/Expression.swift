/// An expression and where it stands.
package struct Expression: Sendable {
  package let kind: Kind
  package let span: Span

  package init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }

  /// The expression that should have stood at `span`; its diagnostic exists already.
  package static func missing(_ span: Span) -> Expression {
    Expression(.missing, span)
  }

  /// The forms of an expression. Parentheses are kept, so that a formatter leaves them alone.
  package indirect enum Kind: Sendable {
    /// `360`, `5亿元`, `7.5%`; a bare year is a number too, and the checker decides.
    case number(NumberLiteral)

    /// A string, its escapes resolved.
    case string(String)

    /// `2021年`, `2021Q1`, `2021-03`
    case period(PeriodLiteral)

    /// `true`, `false`
    case truth(Bool)

    /// `missing` as a value.
    case missingValue

    /// A column, an enumerated value, or anything else a bare word may name.
    case name(Name)

    /// `$name`: a value bound by `let`. The name's span excludes the `$`.
    case reference(Name)

    case unary(Unary)
    case binary(Binary)

    /// `x is missing` and its like.
    case test(Test)

    case call(Call)

    /// `a .. b`, both ends included.
    case range(Expression, Expression)

    /// `(a, b)` or `[a, b]` after `in`; elements may be ranges.
    case list([Expression])

    /// `x to unit`
    case conversion(Expression, UnitName)

    /// `(x)`
    case parenthesised(Expression)

    /// Nothing that could be read.
    case missing
  }

  /// The expression inside any parentheses.
  package var unwrapped: Expression {
    var expression = self
    while case .parenthesised(let inner) = expression.kind { expression = inner }
    return expression
  }

  /// Whether it stands for an expression that is not there.
  package var isMissing: Bool {
    if case .missing = kind { true } else { false }
  }
}

/// A prefix operator and its operand.
package struct Unary: Sendable {
  package let `operator`: UnaryOperator
  package let operatorSpan: Span
  package let operand: Expression

  package init(_ operator: UnaryOperator, _ operatorSpan: Span, _ operand: Expression) {
    self.operator = `operator`
    self.operatorSpan = operatorSpan
    self.operand = operand
  }
}

/// The prefix operators.
package enum UnaryOperator: String, CaseIterable, Sendable {
  case minus = "-"
  case not
  /// `..2021`: all up to its end.
  case upTo = ".."
}

/// An operator between two operands.
package struct Binary: Sendable {
  package let `operator`: BinaryOperator

  /// Where the operator stands, with its `not`.
  package let operatorSpan: Span

  /// Whether `not` stands before it, as in `not in`; only for operators that are words and not
  /// `and` or `or`.
  package let isNegated: Bool

  /// Whether equality was written `=`; a formatter writes `==`.
  package let isSingleEquals: Bool

  package let left: Expression
  package let right: Expression

  package init(
    _ operator: BinaryOperator,
    _ operatorSpan: Span,
    isNegated: Bool = false,
    isSingleEquals: Bool = false,
    _ left: Expression,
    _ right: Expression
  ) {
    self.operator = `operator`
    self.operatorSpan = operatorSpan
    self.isNegated = isNegated
    self.isSingleEquals = isSingleEquals
    self.left = left
    self.right = right
  }
}

/// The operators between two operands; the raw value is the canonical English spelling.
package enum BinaryOperator: String, CaseIterable, Sendable {
  case or
  case and
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case `in`
  case contains
  case starts
  case ends
  case matches
  case overlaps
  case coalesce = "??"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

/// `x is [not] missing`, `x is [not] present`, `x is [not] exact`.
package struct Test: Sendable {
  package let operand: Expression
  package let state: State
  package let isNegated: Bool

  /// Where the words after the operand stand.
  package let testSpan: Span

  package init(_ operand: Expression, _ state: State, isNegated: Bool, testSpan: Span) {
    self.operand = operand
    self.state = state
    self.isNegated = isNegated
    self.testSpan = testSpan
  }

  /// What is asked of a value.
  package enum State: String, CaseIterable, Sendable {
    case missing
    case present
    case exact

    /// A state that could not be read; its diagnostic exists already.
    case unknown
  }
}

/// `f(a, b)`: a function or an aggregate.
package struct Call: Sendable {
  package let function: Name
  package let arguments: [Expression]

  package init(_ function: Name, _ arguments: [Expression]) {
    self.function = function
    self.arguments = arguments
  }
}
