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
  @Test func takesColoursApart() {
    typealias Run = Prompt.Run
    #expect(Prompt("答卷> ").runs == [Run(text: "答卷> ", style: "")])
    #expect(
      Prompt("\u{1B}[1m答卷>\u{1B}[0m ").runs
        == [Run(text: "答卷>", style: "1"), Run(text: " ", style: "")])
    #expect(Prompt("\u{1B}[1m\u{1B}[32m> \u{1B}[m").runs == [Run(text: "> ", style: "1;32")])
    #expect(Prompt("a\u{1B}[2Jb").visible == "ab", "nothing but colours")
    #expect(Prompt("").visible == "")
  }
}

@Suite struct PastedTextTests {
  @Test func keepsTextAndMakesTheRestHarmless() {
    func harmless(_ text: String) -> String { PastedText.harmless(text.utf8) }
    #expect(harmless("a\r\nb\rc\nd\te") == "a\nb\nc\nd\te")
    #expect(harmless("\r\r\n\n") == "\n\n\n")
    #expect(harmless("x\u{1B}[2J\u{7}\u{0}\u{9B}y\u{7F}") == "x�[2J���y�")
    #expect(PastedText.harmless([0x61, 0xFF, 0xE9, 0xA1]) == "a��")
    #expect(harmless("项目 ｜ 计数") == "项目 ｜ 计数")
  }
}

@Suite struct TerminalTests {
  @Test func whatTheEnvironmentSays() {
    func isColored(_ term: String?, noColor: String? = nil) -> Bool {
      Terminal.supportsColor(TerminalDescription(term: term), noColor: noColor)
    }
    #expect(isColored("xterm-256color"))
    #expect(isColored("xterm", noColor: ""))
    #expect(!isColored("xterm", noColor: "1"))
    for term in ["dumb", "vt100", "no-such-terminal", "", nil] { #expect(!isColored(term)) }
    #expect(TerminalDescription(term: "vt100")?.movesCursor == true)
    #expect(TerminalDescription(term: "dumb")?.movesCursor == false)
    for term in ["no-such-terminal", "", "../x/xterm", nil] {
      #expect(TerminalDescription(term: term) == nil)
    }
    #expect(Terminal.positive("132") == 132)
    for text in ["0", "-3", "wide", ""] { #expect(Terminal.positive(text) == nil) }
    #expect(Terminal.width > 0 && Terminal.height > 0)
  }
}
