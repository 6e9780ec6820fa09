extension Printer {
  /// Writes an expression where only what binds at least as tightly as `minimum` may stand.
  mutating func write(_ expression: Expression, _ minimum: Precedence) {
    guard expression.precedence >= minimum else {
      write("(")
      writeBare(expression)
      return write(")")
    }
    writeBare(expression)
  }

  private mutating func writeBare(_ expression: Expression) {
    writeComments(before: expression.span.start)
    switch expression.kind {
    case .number(let number): write(Self.text(number))
    case .string(let value): write(Self.quoted(value))
    case .period(let period): write(Self.text(period))
    case .truth(let value): write(value ? .true : .false, at: expression.span)
    case .missingValue: write(.missing, at: expression.span)
    case .name(let name): write(plain: name)
    case .reference(let name): write("$" + name.text)
    case .unary(let unary): write(unary)
    case .binary(let binary): write(binary)
    case .test(let test): write(test)
    case .call(let call):
      write(plain: call.function)
      writeElements(call.arguments, "(", ")")
    case .range(let lower, let upper):
      write(lower, Precedence.range.tighter)
      write("..")
      write(upper, Precedence.range.tighter)
    case .list(let elements): writeElements(elements, "(", ")")
    case .conversion(let operand, let unit):
      write(operand, .conversion)
      write(" ")
      write(.to)
      write(" " + unit.scale + unit.unit)
    case .parenthesised(let inner): writeElements([inner], "(", ")")
    case .missing: break
    }
  }

  private mutating func writeElements(_ elements: [Expression], _ open: String, _ close: String) {
    write(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { write(", ") }
      write(element, .conversion)
    }
    write(close)
  }

  private mutating func write(_ unary: Unary) {
    switch unary.operator {
    case .minus:
      write("-")
      write(unary.operand, .minus)
    case .upTo:
      write("..")
      write(unary.operand, Precedence.range.tighter)
    case .not:
      write(.not, at: unary.operatorSpan)
      write(" ")
      write(unary.operand, .not)
    }
  }

  private mutating func write(_ binary: Binary) {
    let precedence = binary.operator.precedence
    let associativity = precedence.associativity
    write(binary.left, associativity == .left ? precedence : precedence.tighter)
    write(" ")
    writeOperator(binary)
    write(" ")
    write(binary.right, associativity == .right ? precedence : precedence.tighter)
  }

  private mutating func writeOperator(_ binary: Binary) {
    guard let keyword = binary.operator.keyword else { return write(binary.operator.rawValue) }
    let outer = language
    defer { language = outer }
    adoptLanguage(of: binary.operatorSpan)
    switch (binary.isNegated, binary.operator) {
    case (true, .in): write(.notIn)
    case (true, .contains): write(.notContains)
    case (true, _):
      write(.not)
      write(" ")
      write(keyword)
    case (false, _): write(keyword)
    }
  }

  /// In English `x is not missing`; in Chinese `x 有值`, and `x 不是 缺失`.
  private mutating func write(_ test: Test) {
    write(test.operand, Precedence.comparison.tighter)
    write(" ")
    let outer = language
    defer { language = outer }
    adoptLanguage(of: test.testSpan)
    if test.isNegated {
      write(.isNot)
      write(" ")
    } else if language == .english {
      write(.is)
      write(" ")
    }
    switch test.state {
    case .missing: write(.missing)
    case .present: write(.present)
    case .exact: write(.exact)
    case .unknown: break
    }
  }
}

// Literals.
extension Printer {
  /// A number as written, in half-width, with a blank only where four digits and 年 would be a period.
  static func text(_ number: NumberLiteral) -> String {
    let isYear = NumberLiteral(digits: number.digits).year != nil && number.scale.isEmpty
    let isPeriod = isYear && (number.unit == "年" || number.unit.hasPrefix("年/"))
    return number.digits + (isPeriod ? " " : "") + number.scale + number.unit
  }

  /// The canonical form of a period: `2021年`, `2021Q1`, `2021-03`, `2021-03-31`.
  package static func text(_ period: PeriodLiteral) -> String {
    switch period {
    case .year(let year): "\(year)年"
    case .quarter(let year, let quarter): "\(year)Q\(quarter)"
    case .month(let year, let month): "\(year)-" + twoDigits(month)
    case .day(let year, let month, let day):
      "\(year)-" + twoDigits(month) + "-" + twoDigits(day)
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// A string in straight quotes; what is no visible character is escaped.
  package static func quoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
          result += "\\u{" + String(scalar.value, radix: 16) + "}"
        default:
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
