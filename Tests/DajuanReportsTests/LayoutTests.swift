import DajuanLedger
import DajuanReports
import Testing

@Suite("Layout and decoding")
struct LayoutTests {
  @Test("figures broken across lines and pages are one, and point back to the text as given")
  func brokenFigures() throws {
    let text = """
      全年坚持以项目建设为抓手，着力推
      进转型，工业增加值达到 84.2

      亿元，固定资产投资 98.7亿
      元，财政支出七成以上用于民生，占比70%以
      上。建成水厂 3座，新建游园 12
      个；一批道路相继通车，城市面貌有
      了新的变化，群众生活继续得到改善。
      """
    let report = try ReportReader.read(Array(text.utf8), options: .init(year: 2022))
    let found = report.facts.filter { $0.unit != "成" }
    #expect(found.map(\.surface) == ["84.2亿元", "98.7亿元", "70%以上", "3座", "12个"])
    #expect(slice(text, found[0].range) == "84.2\n\n亿元")
    #expect(slice(text, found[2].range) == "70%以\n上")
    #expect(found[0].lines == 2...4)
  }

  @Test("headings of a text broken at the column are not joined to what follows")
  func brokenHeadings() throws {
    let text = """
      抓好项目建设 积蓄发展势能
      把项目建设作为稳定经济运行促进转型的
      重要抓手，加快运作产业项目，新建水厂
      5座，推动全区经济工作再上一个新台阶。
      城市品质持续优化

      围绕群众关心的问题持续发力，建成游园
      4个，改造背街小巷，城市面貌焕然一新，
      群众的满意度得到了进一步的提升巩固。
      """
    let report = try ReportReader.read(Array(text.utf8), options: .init(year: 2022))
    #expect(
      Set(report.statements.compactMap(\.section)) == ["抓好项目建设 积蓄发展势能", "城市品质持续优化"]
    )
    #expect(report.facts.map(\.nature) == [.target, .actual])
  }

  @Test("Markdown: front matter, comments, emphasis and page numbers say nothing of themselves")
  func markdown() throws {
    let text = """
      ---
      source: https://example.org/2021/08-11/22.html
      title: 某某市政府工作报告
      ---
      <!-- 图1：2021年建成5座。 -->

      **一、2021年工作回顾**

      **（一）水利建设加快。**建成水厂**3**座。

      - 12 -

      （二）建成游园4个。
      """
    let report = try ReportReader.read(Array(text.utf8), options: .init(year: 2022))
    #expect(report.title == "某某市政府工作报告")
    #expect(report.place == "某某市")
    #expect(report.facts.map(\.surface) == ["3座", "4个"])
    #expect(report.facts.map { slice(text, $0.range) } == ["3**座", "4个"])
  }

  @Test("a rule that nothing closes is no front matter; blanks after one that is do no harm")
  func fences() throws {
    let open = try ReportReader.read(
      Array("---\ntitle: 某某市政府工作报告\n\n建成水厂3座。\n".utf8), options: .init(year: 2022))
    #expect(open.facts.map(\.surface) == ["3座"])
    let closed = try ReportReader.read(
      Array("---\r\ntitle: 某某市政府工作报告\r\n--- \r\n建成水厂3座。\r\n".utf8))
    #expect(closed.title == "某某市政府工作报告")
    #expect(closed.facts.map(\.surface) == ["3座"])
  }

  @Test("marks of notes and of page lines are set apart from the words")
  func marks() throws {
    let text = "建成水厂3座[13]。〔源12–13行〕\n建成游园4个。〔源20行〕\n"
    let report = try ReportReader.read(Array(text.utf8), options: .init(year: 2022))
    #expect(report.statements.map(\.text) == ["建成水厂3座。", "建成游园4个。"])
    #expect(report.statements.map(\.pageLines) == [12...13, 20...20])
    #expect(report.facts.map(\.surface) == ["3座", "4个"])
  }

  @Test("offsets count scalars of the text as given, byte-order mark and CRLF among them")
  func offsets() throws {
    let text = "\u{FEFF}一、2021年工作回顾\r\n\r\n建成水厂３座，𠮷镇新建1.2万㎡。\r\n"
    let report = try ReportReader.read(Array(text.utf8), options: .init(year: 2022))
    #expect(report.facts.map { slice(text, $0.range) } == ["３座", "1.2万㎡"])
    #expect(report.facts.map(line) == ["3 座", "12000 平方米"])
    #expect(report.facts.map(\.lines) == [3...3, 3...3])
  }

  @Test("GB18030 is told from UTF-8; other bytes are refused")
  func encodings() throws {
    // 建成水厂3座。 in GB18030.
    let bytes: [UInt8] = [
      0xBD, 0xA8, 0xB3, 0xC9, 0xCB, 0xAE, 0xB3, 0xA7, 0x33, 0xD7, 0xF9, 0xA1, 0xA3,
    ]
    #expect(try ReportReader.read(bytes).facts.map(\.surface) == ["3座"])
    #expect(throws: ReadError.undecodable(byteOffset: 0)) { try ReportReader.read([0xFF, 0xFF]) }
    #expect(throws: ReadError.empty) { try ReportReader.read([]) }
  }

  @Test("traditional characters of units and scales are read as simplified ones")
  func traditional() throws {
    #expect(try facts("總投資3億元，新建5個。").map(line) == ["300000000 元", "5 个"])
  }
}
