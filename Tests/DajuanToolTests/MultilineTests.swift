import Testing

/// A statement of several lines is one text until it is entered.
@Suite struct MultilineTests {
  private static let (up, down, left) = ("\u{1B}[A", "\u{1B}[B", "\u{1B}[D")
  private static let (home, altEnter) = ("\u{1B}[H", "\u{1B}\r")

  @Test func whatIsNotWholeIsBrokenAndAllOfItIsEdited() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(in: sandbox)
    try repl.ask("facts |", expecting: Conversation.continuation)
    try repl.ask("whree kind == project |", expecting: Conversation.continuation)
    try repl.type("计数")
    // Into the second row, onto the third letter.
    try repl.press(Self.up + Self.home + "\u{1B}[C\u{1B}[C" + "\u{1B}[3~" + "\u{1B}[C" + "r")
    try repl.waitForRows(["facts |", "where kind == project |", "计数"])
    // Enter ends the whole statement from the middle of it.
    #expect(try repl.end().last == "1 row")
    #expect(try Sandbox.read(sandbox.history) == "facts |\\nwhere kind == project |\\n计数\n")
    try repl.press(Self.up)
    try repl.waitForRows(["facts |", "where kind == project |", "计数"])
    try repl.press(Self.up + Self.up + Self.up)
    try repl.press(Self.down + Self.down + Self.down + Self.down)
    try repl.waitForRows([""])
  }

  @Test func altEnterBreaksAlways() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("facts")
    try repl.press(Self.altEnter)
    try repl.waitForRows(["facts", ""])
    try repl.type("| count")
    #expect(try repl.end().last == "1 row")
  }

  @Test func rowsInABracketAreIndented() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("facts | where kind in (")
    try repl.press("\r")
    try repl.waitForRows(["facts | where kind in (", ""])
    try repl.press("project, indicator\r")
    try repl.waitForRows(["facts | where kind in (", "  project, indicator", ""])
    try repl.press(") | count")
    try repl.waitForRows(["facts | where kind in (", "  project, indicator", "  ) | count"])
    #expect(try repl.end().last == "1 row")
  }

  @Test func anEmptyRowIsAWayOut() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.ask("facts | where (", expecting: Conversation.continuation)
    let row = repl.screen.absoluteRow
    try repl.press("\r")
    try repl.waitForPrompt(below: row)
    #expect(repl.screen.transcript.contains { $0.contains("error[DJ") })
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func aStatementTallerThanTheScreenIsSeenWhereTheCursorIs() throws {
    let repl = try Conversation(in: Sandbox(), width: 30, height: 6)
    let lines = (1...20).map { "# 第\($0)行" } + ["facts | count"]
    try repl.paste(lines.joined(separator: "\n"))
    try repl.terminal.wait(for: "its end") { $0.rows[5] == "   ...> facts | count" }
    #expect(repl.screen.rows[0] == "   ...> # 第16行")
    try repl.press(String(repeating: Self.up, count: 20))
    try repl.terminal.wait(for: "its start") { $0.row == 0 && $0.rows[0] == "dajuan> # 第1行" }
    #expect(repl.screen.rows[5] == "   ...> # 第6行")
    try repl.press(Self.home + Self.down)
    try repl.press("字")
    try repl.terminal.wait(for: "the letter") { $0.rows[1] == "   ...> 字# 第2行" }
    try repl.press("\u{7F}")
    try repl.terminal.wait(for: "it gone") { $0.rows[1] == "   ...> # 第2行" }
    try repl.press("\r")
    try repl.terminal.wait(for: "the answer") { $0.rows.contains("1 row") }
    try repl.waitForPrompt(below: -1)
    #expect(try repl.leave() == .exit(0))
  }

  @Test func ctrlLDrawsOnAnEmptyScreen() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.ask("facts |", expecting: Conversation.continuation)
    try repl.type("count")
    try repl.press("\u{C}")
    try repl.terminal.wait(for: "the top") { screen in
      screen.row == 1 && screen.rows.starts(with: ["dajuan> facts |", "   ...> count"])
    }
    #expect(repl.screen.rows[2...].allSatisfy { $0 == "" })
    #expect(try repl.end().last == "1 row")
  }

  @Test func windowsOfAFewColumnsAndBack() throws {
    let repl = try Conversation(in: Sandbox(), width: 80, height: 24)
    let query = "facts | where text contains \"项目建设完成投资增长百分之七点五以上的地方\" or true"
    try repl.type(query)
    for (width, height) in [(20, 6), (5, 4), (3, 2), (2, 1)] {
      try repl.terminal.resize(width: width, height: height)
      // Words are jumped over, and typed between, and searched for.
      try repl.press("\u{1B}b\u{1B}b\u{1B}f\u{1B}b" + "x\u{7F}" + "\u{12}zz\u{7}" + "\u{5}")
    }
    try repl.terminal.resize(width: 80, height: 24)
    try repl.waitForLine(query)
    try repl.interrupt()
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func whatIsTypedIsShownInColourAndEnteredPlain() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(in: sandbox)
    let before = repl.screen.colours
    try repl.type("指标 ｜ 取 １ # 一")
    #expect(repl.screen.colours > before + 4)
    try repl.end()
    #expect(try Sandbox.read(sandbox.history) == "指标 ｜ 取 １ # 一\n")
    let plain = try Conversation(["--color", "never"], in: sandbox)
    try plain.ask("指标 ｜ 取 １")
    #expect(plain.screen.colours == 0)
  }
}
