import Testing

@testable import TerminalText

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("项目 100亿元 ≥ 7％", "项目 100亿元 ≥ 7％"),
    ("\u{1B}[31mred", "␛[31mred"),
    ("a\tb\nc", "a␉b␊c"),
    ("\u{7F}", "␡"),
    ("\u{9B}31m", "<U+009B>31m"),
    ("100\u{202E}001", "100<U+202E>001"),
    ("\u{FEFF}表", "<U+FEFF>表"),
  ])
  func nothingReachesTheTerminalRaw(text: String, shown: String) {
    #expect(TerminalText.visible(text) == shown)
  }
}
