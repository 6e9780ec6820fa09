import Testing

/// Ctrl-_, and what Ctrl-K and Ctrl-U take of a statement of several rows.
@Suite struct UndoTests {
  @Test func ctrlUnderscoreGoesBackStepByStep() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("facts | count")
    try repl.press("\u{17}")
    try repl.waitForLine("facts |")
    try repl.press("\u{1F}")
    try repl.waitForLine("facts | count")
    try repl.paste("\n| take 1")
    try repl.waitForRows(["facts | count", "| take 1"])
    try repl.press("\u{1F}")
    try repl.waitForLine("facts | count")
    try repl.press("\u{1F}")
    try repl.waitForLine("facts |")
    #expect(try repl.end(expecting: Conversation.continuation).isEmpty)
  }

  @Test func anEntryThatWasRecalledGivesWayToWhatWasTyped() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.ask("facts | count")
    try repl.type("mea")
    try repl.press("\u{1B}[A")
    try repl.waitForLine("facts | count")
    try repl.press("\u{1F}")
    try repl.waitForLine("mea")
  }

  @Test func deletionKeepsToTheRowAndThenTakesTheBreak() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.paste("facts |\nwhere kind == project |\ncount")
    try repl.waitForRows(["facts |", "where kind == project |", "count"])
    try repl.press("\u{1B}[A\u{1}\u{1B}f\u{B}")
    try repl.waitForRows(["facts |", "where", "count"])
    try repl.press("\u{B}")
    try repl.waitForRows(["facts |", "wherecount"])
    try repl.press("\u{19}")
    try repl.waitForRows(["facts |", "where", "count"])
    try repl.press("\u{1B}[A\u{5}\u{15}")
    try repl.waitForRows(["facts |", "", "count"])
    try repl.press("\u{15}")
    try repl.waitForRows(["facts |", "count"])
    try repl.press("\u{19}")
    try repl.waitForRows(["facts |", "", "count"])
  }
}
