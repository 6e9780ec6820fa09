import Glibc
import Testing

/// Pastes as terminals mark them: text, and no keys.
@Suite struct PasteTests {
  @Test func pastesAreMarkedWhileATextIsRead() throws {
    let repl = try Conversation(in: Sandbox())
    #expect(repl.screen.modes.contains(2004))
    try repl.type("facts")
    repl.terminal.send(SIGTERM)
    #expect(try repl.terminal.waitForEnd() == .signal(SIGTERM))
    #expect(!repl.screen.modes.contains(2004))

    let other = try Conversation(in: Sandbox())
    #expect(try other.leave() == .exit(0))
    #expect(!other.screen.modes.contains(2004))
    let dumb = try Conversation(in: Sandbox(), environment: ["TERM": "dumb"])
    #expect(dumb.screen.modes.isEmpty)
  }

  @Test func aCrashGivesTheTerminalBack() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("facts")
    repl.terminal.send(SIGSEGV)
    #expect(try repl.terminal.waitForEnd() != .exit(0))
    #expect(try repl.terminal.modes == repl.terminal.formerModes)
    #expect(!repl.screen.modes.contains(2004))
  }

  @Test func linesAreNotRunAndTabsNotCompleted() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.paste("facts | count\r\nfac\ts |\r  count")
    try repl.waitForRows(["facts | count", "fac     s |", "  count"])
    // It is there to be gone over.
    try repl.press("\u{1B}[A\u{1}\u{B}\u{B}\u{B}\u{7F}")
    try repl.waitForRows(["facts | count"])
    #expect(try repl.end().last == "1 row")
  }

  @Test func whatIsNoTextIsHarmless() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.press("# \u{1B}[200~a\u{1B}]0;taken\u{7}b\u{9B}2Jc\u{0}\u{7F}\u{1B}[201~")
    try repl.waitForLine("# a�]0;taken�b�2Jc��")
    #expect(repl.screen.title == "")
    #expect(repl.screen.unknown.isEmpty)
    #expect(try repl.end().isEmpty)
    try repl.terminal.press(bytes: [0x1B] + Array("[200~# ".utf8) + [0xFF, 0xE9, 0xA1])
    try repl.press("\u{1B}[201~")
    try repl.waitForLine("# ��")
  }

  @Test func anUnfinishedPasteShowsAndCtrlCGetsOut() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.press("\u{1B}[200~facts |\rcount\r")
    try repl.waitForRows(["facts |", "count", ""])
    try repl.interrupt()
    #expect(try repl.ask("projects | count").last == "1 row")
    try repl.press("\u{1B}[201~")
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func aMegabyteIsTakenWhole() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(in: sandbox)
    let line = "# 第一行说明文字 | where kind == project, indicator\n"
    let count = (1 << 20) / line.utf8.count
    try repl.paste(String(repeating: line, count: count) + "facts | count")
    try repl.terminal.wait(for: "its end") { $0.currentRow == "   ...> facts | count" }
    try repl.press("\r")
    try repl.terminal.wait(for: "the answer") { $0.transcript.contains("1 row") }
    try repl.waitForPrompt(below: 0)
    let history = try Sandbox.read(sandbox.history)
    #expect(history.utf8.count > 1 << 20 && history.hasSuffix("\\nfacts | count\n"))
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func aTerminalThatDoesNotMarkThemStillPastes() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.press("facts |\r  where kind == project |\r  count\r")
    try repl.terminal.wait(for: "the answer") { screen in
      screen.transcript.contains("1 row") && screen.currentRow == Conversation.prompt
    }
    #expect(repl.screen.transcript.contains("   ...>   where kind == project |"))
  }
}
