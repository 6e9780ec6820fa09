import DajuanLedger
import DajuanReports
import Testing

@Suite("Facts as JSON lines")
struct FactJSONTests {
  @Test("one object a fact, exact decimals, missing as null")
  func object() throws {
    let text = "一、2021年工作回顾\n\n安置6.8万余人。\n"
    let report = try ReportReader.read(Array(text.utf8), options: .init(year: 2022))
    let fact = try #require(report.facts.first)
    let expected =
      #"{"surface":"6.8万余人","start":15,"end":21,"line":3,"section":"2021年工作回顾","#
      + #""subject":"安置 人数","measure":"人数","role":"level","value":"68000","unit":"人","#
      + #""lower":"68000","upper":"69000","bound":"more_than","nature":"actual","#
      + #""force":"achieved","period":"2021","kind":"livelihood","#
    #expect(fact.json(in: report).hasPrefix(expected))
  }

  @Test("左右 has a value and no ends; a range has ends and no value")
  func missing() throws {
    let text = "二、2022年工作安排\n\n产值增长3%左右，价格涨幅2%—3%。\n"
    let report = try ReportReader.read(Array(text.utf8), options: .init(year: 2022))
    let lines = report.facts.map { $0.json(in: report) }
    #expect(lines[0].contains(#""value":"3","unit":"%","lower":null,"upper":null,"bound":"about""#))
    #expect(lines[1].contains(#""value":null,"unit":"%","lower":"2","upper":"3","bound":"range""#))
  }

  @Test("what would steer a terminal is escaped")
  func escapes() throws {
    let text = "一、2021年\u{202E}\"工作\\回顾\n\n建成\"水厂3座。\n"
    let report = try ReportReader.read(Array(text.utf8), options: .init(year: 2022))
    let fact = try #require(report.facts.first)
    let json = fact.json(in: report)
    #expect(!json.unicodeScalars.contains("\u{202E}"))
    #expect(json.contains(#"\"水厂"#))
  }

  @Test("the lines of a report are those of its facts")
  func lines() throws {
    let text = "一、2021年工作回顾\n\n建成水厂3座，产值-“12.5亿元”，增长-3.05%，长0.5公里。\n"
    let report = try ReportReader.read(Array(text.utf8), options: .init(year: 2022))
    let bytes = report.factLines()
    let lines = report.facts.map { $0.json(in: report) + "\n" }
    #expect(String(decoding: bytes, as: UTF8.self) == lines.joined())
    #expect(report.facts.count >= 3)
  }

  @Test("every character that could steer a reader is escaped, and no other is changed")
  func characters() throws {
    var report = try ReportReader.read(Array("建成水厂3座。".utf8), options: .init(year: 2022))
    let fact = try #require(report.facts.first)
    report.statements[fact.statement].section = "\u{85}“—é𠮷\t\u{2067}\u{1}"
    let expected = #""section":"\u0085“—é𠮷\t\u2067\u0001""#
    #expect(fact.json(in: report).contains(expected))
  }
}
