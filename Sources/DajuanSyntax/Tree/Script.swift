/// A whole text: a script, or one REPL entry.
package struct Script: Sendable {
  /// The statements in order; a statement that could not be read at all is still here.
  package let statements: [Statement]

  /// The whole text.
  package let span: Span

  package init(statements: [Statement], span: Span) {
    self.statements = statements
    self.span = span
  }
}

/// One statement.
package indirect enum Statement: Sendable {
  /// `let name = …`
  case binding(LetBinding)

  /// `def name(…) = …`
  case definition(Definition)

  /// `param name: type = …`
  case parameter(ParameterDeclaration)

  /// A query whose result is shown.
  case pipeline(Pipeline)

  /// An expression whose value is shown. A bare name is a query: the checker knows what it names.
  case value(Expression)

  /// Whether it begins with a bar: on a line of its own such a line would go on the statement before
  /// it, which therefore ends in `;`.
  package var beginsWithBar: Bool {
    if case .pipeline(let pipeline) = self, case .previous = pipeline.source { true } else { false }
  }

  package var span: Span {
    switch self {
    case .binding(let binding): binding.span
    case .definition(let definition): definition.span
    case .parameter(let parameter): parameter.span
    case .pipeline(let pipeline): pipeline.span
    case .value(let expression): expression.span
    }
  }
}

/// `let name = …`: names a query or a value for the statements after it.
package struct LetBinding: Sendable {
  /// The word `let`.
  package let keyword: Span

  package let name: Name
  package let value: Value
  package let span: Span

  package init(keyword: Span, name: Name, value: Value, span: Span) {
    self.keyword = keyword
    self.name = name
    self.value = value
    self.span = span
  }

  /// What a `let` names.
  package enum Value: Sendable {
    /// A query. A bare name is never one of these: see `expression`.
    case pipeline(Pipeline)

    /// A value, or a bare name, possibly in parentheses: it may name a table or a value, and the
    /// checker decides which.
    case expression(Expression)
  }
}
