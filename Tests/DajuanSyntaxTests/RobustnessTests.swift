import DajuanSyntax
import Testing

@Suite struct RobustnessTests {
  /// Parses bytes and checks what holds whatever they are.
  private func check(_ bytes: [UInt8]) {
    let source = Source(name: "test", bytes: bytes)
    let parsed = ParsedScript.parse(source)
    var last = 0
    for diagnostic in parsed.diagnostics {
      #expect(diagnostic.span.end <= bytes.count && diagnostic.span.start >= last)
      last = diagnostic.span.start
      for edit in diagnostic.suggestion?.edits ?? [] { #expect(edit.span.end <= bytes.count) }
    }
    for statement in parsed.script.statements { #expect(statement.span.end <= bytes.count) }
    let lexed = LexedSource.lex(source)
    var end = 0
    for token in lexed.tokens {
      #expect(token.span.start >= end && token.span.end <= bytes.count)
      end = token.span.end
    }
    // A tree without mistakes survives printing.
    guard parsed.diagnostics.isEmpty else { return }
    for language in Language.allCases {
      let printed = Printer.print(parsed.script, .init(language: language))
      #expect(parse(printed).script.dump == parsed.script.dump, "\(printed)")
    }
  }

  @Test("Every prefix", arguments: Samples.all)
  func prefixes(text: String) {
    let bytes = Array(text.utf8)
    for end in 0...bytes.count { check(Array(bytes[..<end])) }
  }

  @Test("Every token left out", arguments: Samples.all)
  func omissions(text: String) {
    let bytes = Array(text.utf8)
    for token in LexedSource.lex(Source(text)).tokens {
      check(Array(bytes[..<token.span.start] + bytes[token.span.end...]))
    }
  }

  @Test("Random bytes changed, swapped, repeated and dropped", arguments: 0..<8)
  func mutations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("|,()[]=<>!%$`\"'#;.-_ \n\\“”（）｜，＝０９亿元按且abz019\u{FEFF}\u{202E}".utf8)
    for _ in 0..<250 {
      var bytes = Array((Samples.all.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
        case 2: bytes.remove(at: place)
        case 3: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
        default: bytes.insert(contentsOf: bytes[place..<min(place + 9, bytes.count)], at: 0)
        }
      }
      check(bytes)
    }
  }

  @Test("Random soups of tokens", arguments: 0..<4)
  func soups(seed: UInt64) {
    let words = [
      "facts", "|", "where", "select", "by", "(", ")", "[", "]", ",", ";", "\n", "in", "not", "and",
      "to", "%", "5亿元", "2021Q1", "is", "missing", "==", "=", "-", "+", "..", "??", "let", "_",
      "$x",
      "'s'", "按领域", "desc", "f(", "*", ".", "取", "`q`", "5按", "«",
    ]
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let count = Int.random(in: 1...25, using: &random)
      let soup = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
      check(Array(soup.joined(separator: " ").utf8))
    }
  }

  @Test(
    "Large inputs of one thing take time in proportion",
    arguments: [
      "(", ")", "[", "([", "f(", "|", ",", "a b ", "- ", "not ", "\"", "`", "“", "@ ", "1 ", ";",
      "\n",
      "a | where (b\n", "按领域 ", "x < ", "| x", "x to ", "5按 ", "_|", "let ", "let a = (", "𠀀",
    ]
  )
  func large(piece: String) {
    // Were anything quadratic, this would take minutes.
    let text = String(repeating: piece, count: 120_000 / piece.utf8.count)
    let parsed = parse("facts | where " + text)
    #expect(parsed.diagnostics.count <= SyntaxLimits.default.diagnostics + 1)
    #expect(!parsed.script.statements.isEmpty)
  }
}
