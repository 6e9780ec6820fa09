import Testing

/// vi's keys, by `~/.editrc` or by a setting, together with the REPL's own.
@Suite struct ViKeysTests {
  private static let escape = "\u{1B}"

  private func viConversation() throws -> Conversation {
    let sandbox = try Sandbox()
    try sandbox.write("bind -v\nbind ^G ed-kill-line\n", to: "home/.editrc")
    return try Conversation(in: sandbox)
  }

  /// Presses keys after an escape that stands alone: time must pass, and does when the cursor
  /// steps back from the end of the line.
  private func command(_ keys: String, in repl: Conversation) throws {
    let column = repl.screen.column
    try repl.press(Self.escape)
    try repl.terminal.wait(for: "the command mode") { $0.column == column - 1 }
    try repl.press(keys)
  }

  @Test func movesChangesAndEnters() throws {
    let repl = try viConversation()
    try repl.type("facts | cuont")
    try command("hhhrolru", in: repl)
    try repl.waitForLine("facts | count")
    try repl.press("0dw")
    try repl.waitForLine("| count")
    try repl.press("u")
    try repl.waitForLine("facts | count")
    try repl.press("A x")
    try repl.waitForLine("facts | count x")
    try repl.press("\u{3}")
    try repl.waitForPrompt(below: 0)
    try repl.type("facts | count")
    try command("\r", in: repl)
    try repl.terminal.wait(for: "the answer") { $0.transcript.contains("1 row") }
  }

  @Test func arrowsTabAndPasteWorkInBothModes() throws {
    let repl = try viConversation()
    try repl.type("fac")
    try repl.press("\t")
    try repl.waitForLine("facts ")
    try repl.press("| conut\u{1B}[D\u{1B}[D\u{7F}\u{1B}[Cn")
    try repl.waitForLine("facts | count")
    try command("\u{1B}[D\u{1B}[3~", in: repl)
    try repl.waitForLine("facts | cont")
    try repl.interrupt()
    try repl.paste("facts |\ncount")
    try repl.waitForRows(["facts |", "count"])
    #expect(try repl.end().last == "1 row")
    try repl.press("\u{1B}[A")
    try repl.waitForRows(["facts |", "count"])
  }

  @Test func enterInCommandModeGoesOnBelow() throws {
    let repl = try viConversation()
    try repl.type("facts |")
    try command("\r", in: repl)
    try repl.waitForRows(["facts |", ""])
    try repl.press("count")
    try repl.waitForRows(["facts |", "count"])
    try command("k", in: repl)
    try repl.terminal.wait(for: "the first row") { $0.currentRow == "dajuan> facts |" }
    #expect(try repl.end().last == "1 row")
  }

  @Test func slashSearchesAndTheFileOfAPersonIsHeeded() throws {
    let repl = try viConversation()
    try repl.ask("facts | count")
    try repl.ask("项目 ｜ 计数")
    try repl.ask("measures | count")
    try repl.type("x")
    try command("/项\r", in: repl)
    try repl.waitForLine("项目 ｜ 计数")
    try repl.press("/count\r")
    try repl.waitForLine("measures | count")
    try repl.press("n")
    try repl.waitForLine("facts | count")
    try repl.press("N")
    try repl.waitForLine("measures | count")
    try repl.press("0i\u{7}x")
    try repl.waitForLine("x")
  }

  @Test func minusMovesUpAndKeysOfControlWorkWhileInserting() throws {
    let repl = try Conversation(in: Sandbox())
    // Nothing but the setting's own words: all keys can be bound.
    #expect(try repl.ask(".set keys vi").allSatisfy { !$0.contains("bind") })
    try repl.ask("facts | count")
    try repl.type("x")
    try command("-", in: repl)
    try repl.waitForLine("facts | count")
    try repl.press("A")
    try repl.press("\u{1}\u{B}")
    try repl.waitForLine("")
    try repl.press("\u{19}")
    try repl.waitForLine("facts | count")
    try repl.press("\u{C}")
    try repl.terminal.wait(for: "an empty screen") { $0.rows[0] == "dajuan> facts | count" }
  }

  @Test func aSettingChoosesAtRunTimeAndLasts() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(in: sandbox)
    try repl.ask(".set keys vi")
    try repl.type("facts | countx")
    try command("x", in: repl)
    try repl.waitForLine("facts | count")
    #expect(try repl.end().last == "1 row")
    let next = try Conversation(in: sandbox)
    try next.type("facts | countx")
    try command("x", in: next)
    try next.waitForLine("facts | count")
    try next.interrupt()
    try next.ask(".set keys emacs")
    try next.type("facts | count")
    try next.press("\u{1}\u{B}")
    try next.waitForLine("")
  }
}
