import Testing

@testable import TerminalText

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("projects", 8), ("项目", 4), ("≥ 7％", 5), ("，。（）｜", 10), ("“”—…·×÷", 7),
    ("e\u{301}", 1), ("か\u{3099}", 2), ("\u{AC00}", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("ｶﾅ", 2), ("𠮷", 2), ("😀", 2), ("\u{200B}", 0), ("\u{3000}", 2), ("ไทย", 3), ("ที่", 1),
  ])
  func columns(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func everyIdeographIsWideAndEveryASCIILetterIsNot() {
    for value in Array(UInt32(0x4E00)...0x9FFF) + Array(0x3400...0x4DBF) + Array(0x20000...0x2A6DF)
    {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(DisplayWidth.of(scalar) == 2)
    }
    for value in UInt8(0x20)...0x7E { #expect(DisplayWidth.of(Unicode.Scalar(value)) == 1) }
  }

  @Test func theTableIsInOrder() {
    for (range, next) in zip(DisplayWidth.wideRanges, DisplayWidth.wideRanges.dropFirst()) {
      #expect(range.upperBound < next.lowerBound)
    }
  }

  @Test func paddingAndCutting() {
    #expect(DisplayWidth.pad("项目", to: 6) == "项目  ")
    #expect(DisplayWidth.pad("项目", to: 3) == "项目")
    #expect(DisplayWidth.truncate("项目投资", to: 8) == "项目投资")
    #expect(DisplayWidth.truncate("项目投资", to: 7) == "项目投…")
    #expect(DisplayWidth.truncate("项目投资", to: 6) == "项目…")
    #expect(DisplayWidth.truncate("项目", to: 0) == "")
  }
}
