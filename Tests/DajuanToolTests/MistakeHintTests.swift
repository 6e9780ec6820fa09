import Testing

/// The line that helps after a mistake, where the message has no cure of its own.
@Suite struct MistakeHintTests {
  @Test func thePageOnACodeOnce() throws {
    let repl = try Conversation(in: Sandbox(), width: 80, height: 24)
    let query = "projects | where investment > 1000人"
    #expect(try repl.ask(query).last == ".help DJ0301 tells more")
    try repl.screen.expect("mistake")
    #expect(try repl.ask(query).last?.hasPrefix(".help") == false, "it has been told")
    #expect(try repl.ask("项目 ｜ 筛选 投资 ＋ 5人 > 3").last == "更多：.帮助 DJ0302")
  }

  @Test func howAnOperatorIsWritten() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(
      try repl.ask("facts | pivot kind").last
        == "it is written: pivot column values column [by column, …]; .help pivot tells more")
    #expect(
      try repl.ask("事实 ｜ 透视 类别").last?.hasPrefix("写法：透视 列 取值 列") == true,
      "another word, another page")
  }

  @Test func namesLikeNoOther() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(try repl.ask("xyzzyplugh").last == ".tables lists the tables")
    #expect(try repl.ask("facts | select xyzzyplugh").last == ".schema lists the columns")
    let chinese = try Conversation(in: Sandbox())
    #expect(try chinese.ask("事实 ｜ 选取 甲乙丙丁戊己").last == ".结构 列出各列")
  }

  @Test func notWhereTheMessageHasACure() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(try repl.ask("facts | cuont").allSatisfy { !$0.contains(".help") })
    let json = try Conversation(["--diagnostics", "json"], in: Sandbox())
    let object = try json.ask("projects | where investment > 1000人").joined()
    #expect(object.hasPrefix("{") && object.hasSuffix("}"), "a program reads it")
  }

  @Test func notOutsideTheRepl() throws {
    let run = try Filter("-c", "projects | where investment > 1000人")
    #expect(!(run.output + run.errors).contains(".help"))
  }
}
