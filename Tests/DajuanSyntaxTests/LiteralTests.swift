import DajuanSyntax
import Testing

/// Every literal, printed, is read as what it was.
@Suite struct LiteralTests {
  private func expectBack(_ literal: String) {
    let parsed = parse("facts | where a == \(literal)")
    #expect(parsed.diagnostics.isEmpty, "\(literal)\n\(describe(parsed))")
    for language in Language.allCases {
      let printed = Printer.print(parsed.script, .init(language: language))
      #expect(parse(printed).script.dump == parsed.script.dump, "\(literal): \(printed)")
    }
  }

  private static let units = Vocabulary.spellings(of: .unit)

  @Test("Every unit after every scale, directly and after a blank", arguments: units)
  func quantities(unit: String) {
    for number in ["7", "62.20", "2021", "９.５"] {
      for scale in [""] + UnitText.scales {
        // What a scale makes of a unit can be another unit: 千 and 米.
        for blank in ["", " "] { expectBack(number + blank + scale + unit) }
      }
    }
    expectBack("3亿" + unit + "/人")
    expectBack("3元/" + unit)
    expectBack("2021 \(unit)/人")
  }

  @Test func periods() {
    for year in ["1000", "2021", "2999"] {
      expectBack(year + "年")
      for quarter in 1...4 { expectBack("\(year)Q\(quarter)") }
      for month in 1...12 {
        let padded = month < 10 ? "0\(month)" : "\(month)"
        expectBack("\(year)-\(padded)")
        expectBack("\(year)年\(month)月")
        for day in 1...28 {
          expectBack("\(year)-\(padded)-" + (day < 10 ? "0\(day)" : "\(day)"))
          expectBack("\(year)年\(month)月\(day)日")
        }
      }
    }
  }

  @Test("Strings of any characters", arguments: 0..<4)
  func strings(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let special = Array(
      "\"'“”‘’＂＇\\\n\t\r\0|#`$;（）％０Ａ \u{3000}\u{202E}\u{1B}\u{FEFF}😀".unicodeScalars)
    for _ in 0..<300 {
      var value = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let isSpecial = Int.random(in: 0..<3, using: &random) > 0
        let scalar =
          isSpecial
          ? special.randomElement(using: &random)
          : Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
        if let scalar { value.unicodeScalars.append(scalar) }
      }
      for language in Language.allCases {
        let literal = Expression(.string(value), Span(at: 0))
        let printed = Printer.print(literal, .init(language: language))
        #expect(string(printed) == value, "\(printed)")
      }
      // The same by its numbers alone.
      let escaped = value.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined()
      #expect(string("'\(escaped)'") == value)
    }
  }

  /// The value of a string literal, its scalars one for one.
  private func string(_ literal: String) -> String? {
    let parsed = parse("facts | where a == \(literal)")
    guard parsed.diagnostics.isEmpty,
      case .pipeline(let pipeline)? = parsed.script.statements.first,
      case .where(let condition)? = pipeline.stages.first?.kind,
      case .binary(let binary) = condition.kind, case .string(let text) = binary.right.kind
    else { return nil }
    return text
  }
}
