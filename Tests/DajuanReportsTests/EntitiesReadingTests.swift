import DajuanLedger
import Testing

@testable import DajuanReports

@Suite("Statements cut into clauses")
struct EntitiesReadingTests {
  private func clauses(_ text: String) throws -> [String] {
    var report = HandmadeReport()
    report.say(text)
    let statement = try #require(report.report.statements.first)
    let reading = StatementReading(statement, facts: [], of: report.report)
    return reading.clauses.map { "\($0.segment)" + String(reading.words(of: $0)) }
  }

  @Test(
    "Commas part clauses and semicolons stretches, but not inside quotes or a number",
    arguments: [
      ("甲，乙；丙。", ["0甲", "0乙", "1丙"]),
      ("“甲，乙”成丙，丁（戊，己）。", ["0“甲，乙”成丙", "0丁（戊，己）"]),
      ("共1,234人，其中甲。", ["0共1,234人", "0其中甲"]),
      ("主要目标：甲 乙，丙", ["0主要目标", "1甲乙", "1丙"]),
      ("“没有收住，甲。乙，丙。", ["0“没有收住，甲", "1乙", "1丙"]),
      ("，，。", []), ("", []),
    ]
  )
  func clauses(text: String, expected: [String]) throws {
    #expect(try clauses(text) == expected)
  }

  @Test("A figure is found in its clause even where the same words stand twice")
  func places() throws {
    var report = HandmadeReport()
    report.say("公园5个，游园5个。")
    try report.add("5个", "公园", kind: .project)
    try report.add("5个", "游园", kind: .project)
    let statement = try #require(report.report.statements.first)
    let reading = StatementReading(statement, facts: [0, 1], of: report.report)
    #expect(reading.clauses.map(\.facts) == [[0], [1]])
    #expect(reading.places == [0: 2..<4, 1: 7..<9])
  }

  @Test("The longest word at a place is taken, from either end")
  func phrases() {
    let words = Phrases("养老 养老服务 服务\n中心")
    func scalars(_ text: String) -> ArraySlice<Unicode.Scalar> { Scalars(text.unicodeScalars)[...] }
    #expect(words.prefix(of: scalars("养老服务站")) == 4)
    #expect(words.prefix(of: scalars("养老院")) == 2)
    #expect(words.prefix(of: scalars("老")) == 0)
    #expect(words.suffix(of: scalars("社区养老服务")) == 4)
    #expect(words.first(in: scalars("建成养老院")) == 2..<4)
    #expect(String(words.strippedPrefixes(of: scalars("养老中心服务站"))) == "站")
    #expect(String(words.strippedSuffixes(of: scalars("社区服务中心"))) == "社区")
    #expect(words.contain(scalars("服务")))
    #expect(!words.contain(scalars("服务站")))
    #expect(!words.contain(scalars("")))
  }

  @Test("A look-up among words of the same hash bits finds only the word")
  func collisions() {
    // U+4E00 and U+5200 agree in their low ten bits.
    let words = Phrases("一")
    #expect(words.prefix(of: Scalars("刀".unicodeScalars)[...]) == 0)
    #expect(words.prefix(of: Scalars("一".unicodeScalars)[...]) == 1)
  }
}
