/// `def name(a, b) = expression`: names an expression over parameters.
package struct Definition: Sendable {
  /// The word `def`.
  package let keyword: Span

  package let name: Name
  package let parameters: [Name]
  package let body: Expression
  package let span: Span

  package init(keyword: Span, name: Name, parameters: [Name], body: Expression, span: Span) {
    self.keyword = keyword
    self.name = name
    self.parameters = parameters
    self.body = body
    self.span = span
  }
}

/// `param name: type [= default]`: a value that is given from outside.
package struct ParameterDeclaration: Sendable {
  /// The word `param`.
  package let keyword: Span

  package let name: Name

  /// The type as written: a word such as `period`, or a unit.
  package let type: UnitName

  /// The value where none is given.
  package let defaultValue: Expression?

  package let span: Span

  package init(
    keyword: Span,
    name: Name,
    type: UnitName,
    defaultValue: Expression?,
    span: Span
  ) {
    self.keyword = keyword
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.span = span
  }
}
