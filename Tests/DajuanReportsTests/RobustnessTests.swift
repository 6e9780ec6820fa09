import DajuanLedger
import DajuanReports
import Testing

@Suite("Hostile input")
struct RobustnessTests {
  /// A small generator with a fixed seed, so that a failure can be repeated.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let sample = """
    一、2021年工作回顾
    城乡居民收入分别增长8%和9%，由25元提高到30元；至少新引进1个百亿级项目、5个10亿元以上项目，
    结构调整为17:28.7:54.3，连续三年居全省第二位，“十三五”时期年均增长7%—7.5%，[12]〔源3–4行〕
    **总投资90亿元的7个项目**，百分之三十，三分之一，翻两番，第一，二〇二一年一月
    """

  @Test("random bytes are read or refused, and what is read lies in the text")
  func randomBytes() {
    var generator = Generator(state: 7)
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      check(bytes)
    }
  }

  @Test("a report cut short anywhere is read")
  func truncated() {
    let bytes = Array(Self.sample.utf8)
    for length in 0...bytes.count { check(Array(bytes.prefix(length))) }
  }

  @Test("a report whose words are shuffled is read")
  func shuffled() {
    var generator = Generator(state: 11)
    for _ in 0..<300 {
      let scalars = Array(Self.sample.unicodeScalars).shuffled(using: &generator)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      check(Array(String(view).utf8))
    }
  }

  @Test("digits without end neither overflow nor hang")
  func longNumbers() throws {
    check(Array((String(repeating: "9", count: 5000) + "亿元").utf8))
    check(Array(String(repeating: "亿万", count: 5000).utf8))
    check(Array(String(repeating: "九百", count: 5000).utf8))
    check(Array(String(repeating: "1:", count: 5000).utf8))
    check(Array(String(repeating: "“（《", count: 5000).utf8))
  }

  @Test(
    "thousands of numbers in one sentence, each with a subject of its own length",
    arguments: ["建成水厂12座、", "12座、", "12座", "产值增长8%，", "力争2019年产值增长8%，", "建成12座水厂和"])
  func crowded(_ piece: String) throws {
    let text = "二、2022年工作安排\n\n" + String(repeating: piece, count: 4000) + "新建学校3所。\n"
    let found = try ReportReader.read(Array(text.utf8), options: .init(year: 2022)).facts
    #expect(found.count == 4001)
    #expect(found.allSatisfy { $0.subject.count < 100 })
  }

  @Test(
    "thousands of things of one name make rows, none of which takes in all",
    arguments: ["新建水厂12座、", "改造老旧小区12个，", "产值12亿元，", "总投资9亿元的7个项目、"])
  func grouped(_ piece: String) throws {
    let text = "一、2021年工作回顾\n\n" + String(repeating: piece, count: 2000) + "新建学校3所。\n"
    let report = try ReportReader.read(Array(text.utf8), options: .init(year: 2022))
    var rows = LedgerRows()
    rows.append(report: report, id: "a")
    #expect(rows.facts.count == report.facts.count)
    #expect(rows.projects.count + rows.measures.count + rows.indicators.count > 0)
  }

  private func check(_ bytes: [UInt8]) {
    guard let report = try? ReportReader.read(bytes, options: .init(year: 2022)) else { return }
    var last = 0
    for fact in report.facts {
      #expect(fact.range.lowerBound <= fact.range.upperBound)
      #expect(fact.range.upperBound <= bytes.count)
      #expect(fact.range.lowerBound >= last)
      #expect(report.statements.indices.contains(fact.statement))
      #expect(fact.json(in: report).hasPrefix("{\"surface\":"))
      last = fact.range.lowerBound
    }
  }
}
