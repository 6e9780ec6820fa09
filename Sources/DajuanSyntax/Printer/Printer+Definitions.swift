// Statements that make functions and parameters.
extension Printer {
  mutating func write(_ definition: Definition) {
    writeFirst(.def, at: definition.keyword)
    write(plain: definition.name)
    text += "("
    for (index, parameter) in definition.parameters.enumerated() {
      if index > 0 { text += ", " }
      write(plain: parameter)
    }
    text += ") = "
    write(definition.body, .conversion)
  }

  mutating func write(_ parameter: ParameterDeclaration) {
    writeFirst(.param, at: parameter.keyword)
    write(plain: parameter.name)
    text += ": " + parameter.type.text
    guard let value = parameter.defaultValue else { return }
    text += " = "
    write(value, .conversion)
  }

  /// The word that begins a statement, and a blank.
  mutating func writeFirst(_ keyword: Keyword, at span: Span) {
    adoptLanguage(of: span)
    write(keyword)
    text += " "
  }
}

extension UnitName {
  /// The whole as written, in half-width.
  package var text: String { scale + unit }
}
