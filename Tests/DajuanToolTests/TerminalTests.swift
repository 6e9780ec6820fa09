import Glibc
import Testing

/// The tool and the terminal it runs in: modes, sizes, signals.
@Suite struct TerminalTests {
  @Test func theModesAreRestoredAfterLeaving() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(try !repl.terminal.modes.editsLines, "the editor has the terminal")
    try repl.ask("facts | count")
    try repl.type("dropped")
    try repl.interrupt()
    #expect(try repl.leave() == .exit(0))
    #expect(try repl.terminal.modes == repl.terminal.formerModes)
    #expect(repl.screen.column == 0, "what comes next starts on a row of its own")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func aSignalThatEndsItRestoresTheModesToo(_ signal: Int32) throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("half a li")
    repl.terminal.send(signal)
    let ending = try repl.terminal.waitForEnd()
    #expect(ending == .signal(signal))
    #expect(try repl.terminal.modes == repl.terminal.formerModes)
  }

  @Test func aTerminalThatIsGoneEndsIt() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("half a li")
    let ending = try repl.terminal.hangUp()
    #expect(ending == .signal(SIGHUP) || ending == .exit(0))
  }

  @Test func aDumbTerminalGetsPlainText() throws {
    let repl = try Conversation(in: Sandbox(), environment: ["TERM": "dumb"])
    #expect(try repl.terminal.modes.editsLines)
    #expect(try repl.ask("facts | count") == ["count", "─────", "   51", "1 row"])
    #expect(try repl.ask("项目 ｜ 计数").last == "1 行")
    try repl.ask("projects |", expecting: Conversation.continuation)
    #expect(try repl.ask("count").last == "1 row")
    // The kernel shows the Ctrl-C itself.
    try repl.type("dropped")
    try repl.interrupt()
    #expect(try repl.ask("facts | count").last == "1 row")
    #expect(repl.screen.escapes == 0, "not one escape sequence")
    #expect(try repl.leave() == .exit(0))
  }

  @Test func noColorIsHeeded() throws {
    let coloured = try Conversation(in: Sandbox())
    try coloured.ask("facts | count")
    let plain = try Conversation(in: Sandbox(), environment: ["NO_COLOR": "1"])
    try plain.ask("facts | count")
    #expect(coloured.screen.colours > 0)
    #expect(plain.screen.colours == 0)
    #expect(plain.screen.rows == coloured.screen.rows, "the words are the same")
  }

  @Test func aTableWiderThanTheTerminalRunsOverSeveralRows() throws {
    let repl = try Conversation(in: Sandbox(), width: 40)
    try repl.type("indicators | where nature == target | select name, growth, source")
    let wraps = repl.screen.wraps
    let answer = try repl.end()
    #expect(repl.screen.wraps == wraps, "the tool breaks the rows, not the terminal")
    let table = try #require(ShownTable(answer))
    #expect(table.headings == ["name", "growth", "source"])
    let names = try #require(table.text(of: "name"))
    for name in ["固定资产投资", "社会消费品零售总额", "规模以上工业增加值", "一般公共预算收入", "企业问题解决率"] {
      #expect(names.contains(name))
    }
    #expect(try #require(table.text(of: "growth")).contains("7.5%以上"))
    #expect(answer.last == "6 rows")
  }

  @Test func columnsWithoutAValueGiveWayAndAreNamed() throws {
    let wide = try Conversation(in: Sandbox(), width: 160)
    let narrow = try Conversation(in: Sandbox(), width: 100)
    let query = "indicators | where name == \"固定资产投资\""
    let all = try #require(ShownTable(wide.ask(query)))
    let answer = try narrow.ask(query)
    let some = try #require(ShownTable(answer))
    #expect(all.headings.count == 11)
    let hidden = all.headings.filter { !some.headings.contains($0) }
    #expect(!hidden.isEmpty)
    #expect(answer.contains("all missing, not shown: " + hidden.joined(separator: ", ")))
  }

  @Test func aLineLongerThanTheTerminalIsEdited() throws {
    let repl = try Conversation(in: Sandbox(), width: 40)
    let query = "项目 ｜ 筛选 投资 ≥ １００亿元 ｜ 排序 投资 降序 ｜ 选取 名称, 投资"
    try repl.type(query)
    #expect(repl.screen.row >= 4, "over two rows")
    // Takes out the first word and puts another in, with a row and more behind the cursor.
    try repl.press("\u{1}" + "\u{1B}[C\u{1B}[C\u{7F}\u{7F}指标\u{7F}\u{7F}项目")
    try repl.waitForLine(query)
    try repl.press("\u{5}")
    let answer = try repl.end()
    #expect(answer.contains { $0.contains("375.1亿元") })
  }

  @Test func aNewSizeHoldsForTheNextAnswer() throws {
    let repl = try Conversation(in: Sandbox(), width: 120)
    try repl.ask("indicators | where nature == target")
    #expect(try repl.ask("| select name, growth, source").count == 9)
    try repl.terminal.resize(width: 40, height: 40)
    try repl.waitForPrompt(below: -1)
    try repl.type("| select name, growth, source")
    let wraps = repl.screen.wraps
    #expect(try repl.end().count > 9, "some names take two rows")
    #expect(repl.screen.wraps == wraps)
  }

  @Test func ctrlCEndsTheQueryThatRuns() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(["-l", SlowQuery.report(in: sandbox)], in: sandbox)
    let script = try SlowQuery.script(in: sandbox)
    try repl.type(".read \(script)")
    let row = repl.screen.absoluteRow
    try repl.press("\r")
    try repl.terminal.wait(for: "the query to run") { $0.currentRow.contains("sort subject") }
    try repl.interruptUntilPrompt(below: row)
    let answer = repl.screen.transcript[(row + 1)..<repl.screen.absoluteRow]
    #expect(answer.contains { $0.contains("error[DJ0402]") }, "it says that it was interrupted")
    let mark = try #require(answer.first { $0.contains("slow.dajuan:") && $0.contains("┌─") })
    let line = try #require(mark.split(separator: ":").dropLast().last)
    #expect(answer.contains { $0.hasSuffix("slow.dajuan:\(line): stopped here by Ctrl-C") })
    #expect(!answer.contains("1 row"), "it did not run to its end")
    #expect(try repl.ask("facts | count").last == "1 row")
    #expect(try repl.leave() == .exit(0))
  }

  @Test func ctrlCEndsAQueryOfTheCommandLine() throws {
    let sandbox = try Sandbox()
    let terminal = try PseudoTerminal(
      ["-l", SlowQuery.report(in: sandbox), "run", SlowQuery.script(in: sandbox)],
      in: sandbox
    )
    _ = try terminal.draw(300)
    try terminal.press("\u{3}")
    let ending = try terminal.waitForEnd()
    // A shell shows either as 130.
    #expect(ending == .signal(SIGINT) || ending == .exit(130))
    #expect(!terminal.screen.rows.contains("1 row"))
  }

  @Test func coloursOfMistakesGoByWhereTheyAreWritten() throws {
    let sandbox = try Sandbox()
    let file = sandbox / "errors"
    let terminal = try PseudoTerminal(
      ["-c", "fats"],
      in: sandbox,
      errors: .file(file, flags: O_WRONLY | O_CREAT)
    )
    #expect(try terminal.waitForEnd() == .exit(2))
    let text = try Sandbox.read(file)
    #expect(text.hasPrefix("error[DJ"), "a file wants no colours, whatever standard output is")
  }
}

/// A query that runs for many seconds, however fast the machine: the same sort thousands of times.
private enum SlowQuery {
  static func report(in sandbox: Sandbox) throws -> String {
    var text = "青河县政府工作报告\n2022年2月1日\n\n一、2021年工作回顾\n"
    for number in 1...2000 {
      text += "第\(number % 97 + 1)号水渠修成\(number)公里，完成投资\(number % 50 + 1).5亿元。\n"
    }
    return try sandbox.write(text, to: "qinghe.txt")
  }

  static func script(in sandbox: Sandbox) throws -> String {
    let sorts = String(repeating: "| sort subject desc, text\n", count: 9_900)
    return try sandbox.write("facts\n\(sorts)| count\n", to: "slow.dajuan")
  }
}
