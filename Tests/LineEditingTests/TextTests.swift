import Testing

@testable import LineEditing

@Suite struct UTF8DecoderTests {
  private func decode(_ pieces: [[UInt8]]) -> String {
    var decoder = UTF8Decoder()
    var scalars = String.UnicodeScalarView()
    for piece in pieces {
      decoder.append(piece)
      while let scalar = decoder.next() { scalars.append(scalar) }
    }
    while let scalar = decoder.next(atEnd: true) { scalars.append(scalar) }
    #expect(decoder.isEmpty)
    return String(scalars)
  }

  @Test func bytesInPieces() {
    let text = "a指标 é𠮷\u{10FFFF}\u{0}。"
    #expect(decode(Array(text.utf8).map { [$0] }) == text)
    #expect(decode([Array(text.utf8)]) == text)
  }

  @Test func agreesWithTheStandardLibraryOnWhateverBytes() {
    var generator = SystemRandomNumberGenerator()
    // Lead and trail bytes more often than chance would have them.
    let bytes: [UInt8] = [
      0x41, 0x80, 0xBF, 0xC0, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0xFF,
    ]
    for _ in 0..<2000 {
      let sample = (0..<8).map { _ in bytes.randomElement(using: &generator) ?? 0 }
      #expect(decode(sample.map { [$0] }) == String(decoding: sample, as: UTF8.self), "\(sample)")
    }
  }
}

@Suite struct WideTextTests {
  @Test func thereAndBack() {
    let text = "增速 ≥ 7％ 𠮷 👩‍🌾 e\u{301}"
    let wide = WideText.encode(text)
    #expect(wide.last == 0)
    #expect(wide.count == text.unicodeScalars.count + 1)
    #expect(wide.dropLast().withUnsafeBufferPointer { WideText.decode($0) } == text)
  }

  @Test func zerosAndNonsense() {
    #expect(WideText.encode("a\0b") == [0x61, 0x62, 0])
    let decoded = [Int32(0x61), -1, 0xD800, 0x110000].withUnsafeBufferPointer {
      WideText.decode($0)
    }
    #expect(decoded == "a\u{FFFD}\u{FFFD}\u{FFFD}")
  }
}

@Suite struct PromptTests {
  @Test(arguments: [
    ("答卷> ", "答卷> ", "答卷> "),
    ("\u{1B}[1m答卷>\u{1B}[0m ", "答卷> ", "\u{1}\u{1B}[1m\u{1}答卷>\u{1}\u{1B}[0m\u{1} "),
    // The reset at the end goes before the last blank.
    ("\u{1B}[1m答卷> \u{1B}[0m", "答卷> ", "\u{1}\u{1B}[1m\u{1}答卷>\u{1}\u{1B}[0m\u{1} "),
    // No blank to go before: it gets one.
    ("\u{1B}[1m>\u{1B}[0m", "> ", "\u{1}\u{1B}[1m\u{1}>\u{1}\u{1B}[0m\u{1} "),
    // Neighbours become one.
    ("\u{1B}[1m\u{1B}[32m> ", "> ", "\u{1}\u{1B}[1m\u{1B}[32m\u{1}> "),
    ("\u{1B}[1m \u{1B}[0m", " ", "\u{1}\u{1B}[1m\u{1B}[0m\u{1} "),
    ("\u{1B}[1m", " ", "\u{1}\u{1B}[1m\u{1} "),
    (" \u{1B}[0m", " ", "\u{1}\u{1B}[0m\u{1} "),
    ("a\u{1}b", "ab", "ab"), ("", "", ""), ("\u{1B}[", "\u{1B}[", "\u{1B}["),
  ])
  func takesApart(text: String, visible: String, encoded: String) {
    let prompt = Prompt(text)
    #expect(prompt.visible == visible)
    #expect(prompt.encoded == encoded)
  }
}

@Suite struct ScreenLayoutTests {
  private func place(_ text: String, width: Int) -> [Int] {
    var layout = ScreenLayout(width: width)
    layout.advance(over: text)
    return [layout.row, layout.column]
  }

  @Test func rowsAndColumns() {
    #expect(place("答卷> abc", width: 80) == [0, 9])
    #expect(place("abcd", width: 4) == [1, 0])
    #expect(place("abc项", width: 4) == [1, 2], "a wide character does not straddle the edge")
    #expect(place("ab\ncd\ne", width: 80) == [2, 1])
    #expect(place("a\tb", width: 80) == [0, 9])
    #expect(place("\u{7}", width: 80) == [0, 2])
    #expect(place("e\u{301}", width: 80) == [0, 1])
    #expect(place(String(repeating: "字", count: 21), width: 40) == [1, 2])
  }
}

@Suite struct TerminalTests {
  @Test func whatTheEnvironmentSays() {
    #expect(Terminal.supportsColor(term: "xterm-256color", noColor: nil))
    #expect(Terminal.supportsColor(term: "xterm", noColor: ""))
    #expect(!Terminal.supportsColor(term: "xterm", noColor: "1"))
    #expect(!Terminal.supportsColor(term: "dumb", noColor: nil))
    #expect(!Terminal.supportsColor(term: nil, noColor: nil))
    #expect(!Terminal.canMoveCursor(term: ""))
    #expect(Terminal.positive("132") == 132)
    for text in ["0", "-3", "wide", ""] { #expect(Terminal.positive(text) == nil) }
    #expect(Terminal.width > 0 && Terminal.height > 0)
  }
}
