// Statements that make functions and parameters: def, param.
extension Parser {
  /// definition = "def" , name , "(" , [ names ] , ")" , "=" , expression ;
  mutating func parseDefinition() -> Definition {
    let keyword = token.span
    advance()
    let name = parseNewName(before: .leftParenthesis)
    var parameters: [Name] = []
    var body = Expression.missing(gap)
    if at(.leftParenthesis) {
      parameters = parseParameterNames()
      parseEquals()
      body = parseExpression()
      if at(.pipe) {
        report(Diagnostic(.bodyIsQuery, at: token.span))
        skipStatement()
      }
    } else {
      reportFound(.expectedParameters)
      skipStatement()
    }
    return Definition(
      keyword: keyword,
      name: name,
      parameters: parameters,
      body: body,
      span: span(from: keyword.start)
    )
  }

  /// names = name , { "," , name } , [ "," ] ;
  private mutating func parseParameterNames() -> [Name] {
    let bracket = open()
    var names: [Name] = []
    while !isAtEnd(of: bracket) {
      names.append(parseParameterName())
      if let closer = closer(of: bracket), index < closer, !at(.comma) {
        reportExpectedSeparator(in: bracket)
        while index < closer, !at(.comma) { skipOne() }
      }
      guard take(.comma) else { break }
    }
    close(bracket)
    return names
  }

  private mutating func parseParameterName() -> Name {
    if let name = parseName() { return name }
    guard at(.word) else {
      reportFound(.expectedName)
      return .missing(gap)
    }
    let name = Name(text(token), token.span)
    reportReserved(name)
    advance()
    return name
  }

  /// parameter = "param" , name , ":" , type , [ "=" , expression ] ;
  mutating func parseParameter() -> ParameterDeclaration {
    let keyword = token.span
    advance()
    let name = parseNewName(before: .colon)
    var type = UnitName.missing(gap)
    if take(.colon) {
      type = parseUnit(orReport: .expectedType)
    } else {
      reportFound(.expectedColon)
      if !at(.assign) { skipStatement() }
    }
    let defaultValue = take(.assign) ? parseExpression() : nil
    return ParameterDeclaration(
      keyword: keyword,
      name: name,
      type: type,
      defaultValue: defaultValue,
      span: span(from: keyword.start)
    )
  }
}
