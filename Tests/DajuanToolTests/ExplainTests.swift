import Testing

/// What becomes of a query: `--explain` and `.explain`.
@Suite struct ExplainTests {
  private static let plan = ["scan facts", "filter (> value 5亿元)", "count"]

  @Test func fromTheCommandLine() throws {
    let run = try Filter("--explain", "plan", "-c", "facts | where value > 5亿元 | count")
    #expect(run.ending == .exit(0) && run.lines == Self.plan)
    let script = "let big = facts | where value > 5亿元\nbig | count\nbig | take 1\n"
    let read = try Filter("--explain", "plan", input: script)
    #expect(read.lines == Self.plan + ["", "scan facts", "filter (> value 5亿元)", "slice take 1"])
    let timed = try Filter("--explain", "analyze", "-c", "facts | take 3", "-c", "facts | count")
    #expect(timed.lines.count { $0.hasPrefix("total ") } == 2)
    #expect(timed.lines.contains { $0.hasPrefix("slice take 3  ⟶ 3 rows, ") })
    #expect(try Filter("--explain", "plan", "-c", "fats").ending == .exit(2))
    #expect(try Filter("--explain", "plans", "-c", "facts").ending == .exit(64))
  }

  @Test func inTheRepl() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(try repl.ask(".explain").first?.hasPrefix("nothing has been asked yet") == true)
    #expect(try repl.ask(".explain facts | where value > 5亿元 | count") == Self.plan)
    #expect(try repl.ask(".解释 检查 项目 ｜ 选取 名称, 投资") == ["名称  文本", "投资  金额"])
    #expect(try repl.ask(".explain plan let x = facts") == ["there is no query in it to be run"])
    let mistake = try repl.ask(".explain plan facts | wher x")
    #expect(mistake.first?.hasPrefix("error[DJ0103]") == true)
    #expect(mistake.contains { $0.hasSuffix("query:1:9") })
    // What is explained is not asked: a line that starts with a bar goes on from what was.
    try repl.ask("honours")
    try repl.ask(".explain analyze projects | take 2")
    #expect(try repl.ask(".explain | count") == ["scan honours", "count"])
  }

  @Test func theLastStatementIsExplainedAsItWasAsked() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.ask("facts | where value > 5亿元")
    try repl.ask("| count")
    #expect(try repl.ask(".explain") == Self.plan)
    let timed = try repl.ask(".explain analyze")
    #expect(timed.count == 4 && timed[1] == "filter (> value 5亿元)  ⟶ 8 rows")
    #expect(try repl.ask(".explain tokens").first == "0..<1 pipe |")
  }

  @Test func aQueryGoesOnOverSeveralLines() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(
      try repl.ask(".explain facts |", expecting: Conversation.continuation).isEmpty)
    #expect(
      try repl.ask("where value > 5亿元 |", expecting: Conversation.continuation).isEmpty)
    #expect(try repl.ask("count") == Self.plan)
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func helpTellsThePhases() throws {
    let repl = try Conversation(in: Sandbox(), height: 60)
    #expect(
      try repl.ask(".help commands").contains { $0.contains(".explain") && $0.contains(".解释") })
    let help = try repl.ask(".help explain")
    #expect(help.first == ".explain [phase] [query]  .解释")
    #expect(help.contains { $0.contains("analyze") && $0.contains("实测") })
  }

  @Test func tabCompletesPhasesAndTheQuery() throws {
    let repl = try Conversation(in: Sandbox())
    for (typed, completed) in [
      (".expl", ".explain "), (".explain an", ".explain analyze "),
      (".explain fac", ".explain facts "), (".explain plan fac", ".explain plan facts "),
      (".explain facts | whe", ".explain facts | where "), (".解释 计", ".解释 计划 "),
      (".解释 计划 项目 ｜ 筛", ".解释 计划 项目 ｜ 筛选 "),
    ] {
      try repl.type(typed)
      try repl.press("\t")
      try repl.waitForLine(completed)
      try repl.interrupt()
    }
  }
}
