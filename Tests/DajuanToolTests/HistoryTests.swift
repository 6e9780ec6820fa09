import Testing

/// What was entered comes back, in this session and in the next.
@Suite struct HistoryTests {
  private static let up = "\u{1B}[A"
  private static let down = "\u{1B}[B"

  @Test func upRecallsAcrossTwoRuns() throws {
    let sandbox = try Sandbox()
    let first = try Conversation(in: sandbox)
    try first.ask("facts | count")
    try first.ask("指标 ｜ 取 １")
    #expect(try first.leave() == .exit(0))

    let second = try Conversation(in: sandbox)
    try second.press(Self.up)
    try second.waitForLine("指标 ｜ 取 １")
    try second.press(Self.up)
    try second.waitForLine("facts | count")
    try second.press(Self.down)
    try second.waitForLine("指标 ｜ 取 １")
    try second.press(Self.up)
    try second.waitForLine("facts | count")
    #expect(try second.end().last == "1 row")
    #expect(
      try Sandbox.read(sandbox.history) == "facts | count\n指标 ｜ 取 １\nfacts | count\n"
    )
  }

  @Test func theFileIsPrivate() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(in: sandbox)
    try repl.ask("facts | count")
    #expect(try Sandbox.mode(sandbox.history) == 0o600)
    #expect(try Sandbox.mode(sandbox / "state/dajuan") == 0o700)
  }

  @Test func aStatementOfSeveralLinesIsOneEntry() throws {
    let sandbox = try Sandbox()
    let first = try Conversation(in: sandbox)
    try first.ask("facts |", expecting: Conversation.continuation)
    try first.ask("where kind == project |", expecting: Conversation.continuation)
    let answer = try first.ask("count")
    #expect(try first.leave() == .exit(0))
    #expect(
      try Sandbox.read(sandbox.history) == "facts |\\nwhere kind == project |\\ncount\n"
    )

    let second = try Conversation(in: sandbox)
    try second.press(Self.up)
    try second.terminal.wait(for: "all three lines") { screen in
      let rows = screen.transcript.suffix(3)
      return rows.first == "dajuan> facts |" && rows.last == "   ...> count"
    }
    #expect(try second.end() == answer)
  }

  @Test func mistakesAndCommandsAreRememberedDroppedLinesAreNot() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(in: sandbox)
    try repl.ask("fats | count")
    try repl.ask(".mode csv")
    try repl.type("dropped")
    try repl.interrupt()
    try repl.ask(" kept_out | count")
    #expect(try Sandbox.read(sandbox.history) == "fats | count\n.mode csv\n")
  }

  @Test func historyListsTheLastStatements() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.ask("facts | count")
    try repl.ask("项目 ｜ 计数")
    #expect(try repl.ask(".history") == ["1  facts | count", "2  项目 ｜ 计数", "3  .history"])
    #expect(try repl.ask(".历史 2") == ["3  .history", "4  .历史 2"])
    try repl.ask("facts |", expecting: Conversation.continuation)
    try repl.ask("count")
    #expect(try repl.ask(".history 2") == ["5  facts |", "   count", "6  .history 2"])
  }

  @Test func ctrlRFindsAnEntryByAChineseWord() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.ask("项目 ｜ 计数")
    try repl.ask("facts | count")
    try repl.press("\u{12}项")
    try repl.terminal.wait(for: "the entry") { $0.currentRow == "(search 1/1) 项: 项目 ｜ 计数" }
    let row = repl.screen.absoluteRow
    try repl.press("\r")
    try repl.waitForPrompt(below: row)
    #expect(repl.screen.transcript[row...].contains("计数"))
  }

  @Test func downBelowTheNewestKeepsWhatWasTyped() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.ask("facts | count")
    try repl.ask("facts | take 1")
    try repl.type("measures")
    try repl.press("\u{1B}[B | ")
    try repl.waitForLine("measures |")
    try repl.press("\u{1B}[A\u{1B}[A\u{1B}[A")
    try repl.waitForLine("facts | count")
    try repl.press("\u{1B}[Bx")
    try repl.waitForLine("facts | take 1x")
    try repl.press("\u{1B}[B\u{1B}[B")
    try repl.waitForLine("measures |")
  }

  @Test func afterCtrlVTheSearchStillGoesBothWays() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.ask("facts | count")
    try repl.ask("measures | count")
    // Quoted, Ctrl-A is a character; then libedit puts the terminal's modes back.
    try repl.press("\u{16}\u{1}x")
    try repl.terminal.wait(for: "the character") { $0.currentRow.hasSuffix("x") }
    try repl.press("\u{12}count\u{12}")
    try repl.terminal.wait(for: "the older") { $0.currentRow.hasSuffix("facts | count") }
    // With flow control on, Ctrl-S would stop the terminal.
    try repl.press("\u{13}")
    try repl.terminal.wait(for: "the newer") { $0.currentRow.hasSuffix("measures | count") }
  }

  @Test func upGoesOnFromWhatASearchFound() throws {
    let repl = try Conversation(in: Sandbox())
    for line in ["facts | take 1", "facts | count", "measures | take 1"] { try repl.ask(line) }
    try repl.type("x")
    try repl.press("\u{12}cou")
    try repl.terminal.wait(for: "the entry") { $0.currentRow == "(search 1/1) cou: facts | count" }
    try repl.press("\u{1B}[A")
    try repl.waitForLine("facts | take 1")
    try repl.press("\u{1B}[B\u{1B}[B")
    try repl.waitForLine("measures | take 1")
    try repl.press("\u{1B}[B")
    try repl.waitForLine("x")
  }

  @Test func aPlaceThatCannotBeReadIsSaidOnceAndTheSessionWorks() throws {
    // Below a file there can be no folder, whoever asks.
    let sandbox = try Sandbox()
    let file = try sandbox.write("", to: "file")
    let repl = try Conversation(in: sandbox, environment: ["XDG_STATE_HOME": file])
    #expect(try repl.ask("facts | count").last == "1 row")
    #expect(try repl.ask("projects | count").last == "1 row")
    #expect(repl.screen.transcript.count { $0.contains(file) } == 1)
    try repl.press(Self.up)
    try repl.waitForLine("projects | count")
    try repl.interrupt()
    #expect(try repl.leave() == .exit(0))
  }

  @Test func aPlaceThatCannotBeWrittenIsSaidOnceAndTheSessionWorks() throws {
    // Nothing is there to be read, and nobody may make a folder: found out on the first entry.
    let repl = try Conversation(
      in: Sandbox(),
      environment: ["HOME": "/proc/nobody", "XDG_STATE_HOME": ""]
    )
    #expect(try repl.ask("facts | count").contains("1 row"))
    #expect(try repl.ask("projects | count").last == "1 row")
    #expect(repl.screen.transcript.count { $0.contains("/proc/nobody") } == 1)
    #expect(try repl.leave() == .exit(0))
  }
}
