import Testing

@testable import DajuanTool

/// `.cite N`: the sentence behind a row of the last answer.
@Suite struct CiteCommandTests {
  private static let plain = ["NO_COLOR": "1"]

  @Test func theFigureOfARowIsMarked() throws {
    let repl = try Conversation(in: Sandbox(), environment: Self.plain, width: 80, height: 24)
    #expect(try repl.ask(".cite 1").first?.hasPrefix("there is no answer yet") == true)
    try repl.ask("projects | where investment > 300亿元 | select name, investment")
    let lines = try repl.ask(".cite 2")
    try repl.screen.expect("cite")
    #expect(lines[0] == "row 2")
    #expect(lines.contains { $0.contains("总投资2550亿元") && $0.contains("▸400亿元◂") })
    #expect(lines.contains { $0.contains("erqi-2022, 郑州市二七区, 项目建设, line 72, page lines 8–10") })
    #expect(lines.contains { $0.contains("rules: 400亿元 quantity.") })
    #expect(try repl.ask(".出处 ２").first == "第 2 行")
  }

  @Test func inColourWithoutSigns() throws {
    let repl = try Conversation(in: Sandbox(), width: 80, height: 24)
    try repl.ask("projects | where investment > 300亿元 | select investment")
    let colours = repl.screen.colours
    let lines = try repl.ask(".cite 1")
    #expect(lines.contains { $0.contains("累计完成投资375.1亿元。") })
    #expect(repl.screen.colours >= colours + 2)
  }

  @Test func rowsOfWhatWasWorkedOut() throws {
    let repl = try Conversation(in: Sandbox(), environment: Self.plain, width: 100)
    try repl.ask("projects | where completed is present | derive rate = completed / count to %")
    try repl.ask("| select rate")
    #expect(try repl.ask(".cite").contains { $0.contains("修复重建项目311个") })
    try repl.ask("projects | summarize sum(investment) by period")
    let sum = try repl.ask(".cite 1")
    #expect(sum[0] == "row 1 rests on 3 sentences")
    #expect(sum.contains { $0.contains("▸188.4亿元◂") } && sum.contains { $0.contains("▸5.14亿元◂") })
    #expect(try repl.ask(".cite 2").contains { $0.contains("总投资2550亿元") && $0.contains("▸400亿元◂") })
    try repl.ask("facts | count")
    let all = try repl.ask(".出处 1")
    #expect(all[0].hasPrefix("第 1 行依据 ") && all[0].hasSuffix("先列 5 条"))
    #expect(all.last == "  全部语句：｜ 出处 ｜ 选取 语句，行")
    try repl.ask("2 + 2")
    #expect(try repl.ask(".cite 1") == ["row 1 rests on no sentence"])
  }

  @Test func numbersThatAreNoRow() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.ask("indicators | take 3")
    #expect(try repl.ask(".cite 4") == ["the last answer has 3 rows: .cite 1 to .cite 3"])
    #expect(try repl.ask(".cite") == ["the last answer has 3 rows: .cite 1 to .cite 3"])
    #expect(try repl.ask(".cite 0") == ["rows are counted from 1: .cite 2"])
    #expect(try repl.ask(".出处 甲") == ["行号从 1 数起：.出处 2"])
    // A mistake and a name are no answers; rows are those of what was shown last.
    try repl.ask("facts | nonsense")
    try repl.ask("let a = facts")
    #expect(try repl.ask(".cite 4") == ["the last answer has 3 rows: .cite 1 to .cite 3"])
    try repl.ask("facts | where value > 1000000亿元")
    #expect(try repl.ask(".cite 1") == ["the last answer has no rows"])
  }

  @Test func figuresAreNotMarkedWithinLongerOnes() {
    func places(_ figures: [String], _ text: String) -> [Range<Int>] {
      CitationText.places(of: figures.map { Array($0) }, in: Array(text))
    }
    #expect(places(["5%"], "增长7.5%，下降5%") == [9..<11])
    #expect(places(["5亿元"], "15亿元和5亿元") == [5..<8])
    #expect(places(["5亿元", "25亿元"], "25亿元") == [0..<4])
    #expect(places([""], "5") == [])
  }

  @Test func correctionsAreTold() throws {
    let sandbox = try Sandbox()
    let ledger = try sandbox.makeLedger()
    let run = try Filter(
      [
        "correct", ledger, "--report", "青禾县-2022", "--quote", "37公里", "--set", "value=38",
        "--note", "a slip",
      ], in: sandbox)
    #expect(run.ending == .exit(0))
    let repl = try Conversation(["-l", ledger], in: sandbox, environment: Self.plain, width: 120)
    try repl.ask("facts | where text == \"37公里\" and report == \"青禾县-2022\"")
    let lines = try repl.ask(".cite")
    #expect(lines.contains { $0.contains("▸37公里◂") })
    #expect(lines.contains { $0.contains("更正 37公里: value 38") && $0.contains("a slip") })
  }
}
