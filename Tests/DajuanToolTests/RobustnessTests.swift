import Glibc
import Testing

/// A terminal, an environment and a person that do what they like.
@Suite struct RobustnessTests {
  private static let up = "\u{1B}[A"

  @Test func ctrlZGivesTheTerminalBackAndComingBackDrawsTheStatement() throws {
    let tool = try Tool.path.get()
    let terminal = try PseudoTerminal(
      ["-c", "set -m; '\(tool)'; stty -a; echo stopped; fg >&2; echo left"], of: "/bin/sh",
      in: Sandbox())
    try terminal.wait(for: "the prompt") { $0.currentRow == Conversation.prompt }
    try terminal.press("facts |\rcou")
    try terminal.wait(for: "two rows") { $0.currentRow == "   ...> cou" }
    try terminal.press("\u{1A}")
    try terminal.wait(for: "the shell, and the statement after it") { screen in
      guard let stopped = screen.transcript.lastIndex(of: "stopped") else { return false }
      return screen.transcript[stopped...].contains("dajuan> facts |")
        && screen.currentRow == "   ...> cou"
    }
    let text = terminal.screen.transcript.joined(separator: " ")
    #expect(text.contains(" icanon ") && text.contains(" icrnl "), "the shell's own modes")
    #expect(terminal.screen.modes.contains(2004))
    try terminal.press("nt\r")
    try terminal.wait(for: "the answer") { screen in
      screen.transcript.contains("1 row") && screen.currentRow == Conversation.prompt
    }
    try terminal.wait(for: "the editor") { !$0.editsLines }
    try terminal.press("\u{4}")
    _ = try terminal.waitForEnd()
    #expect(terminal.screen.transcript.contains("left"))
    #expect(!terminal.screen.modes.contains(2004))
  }

  @Test func ctrlCAtAnyPoint() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.ask("facts | count")
    for keys in [
      "half", "half |\r", "\u{12}fac", "\u{12}zz", "\u{1B}[200~pasted\r", "facts | s\t", "\u{18}",
      "\u{1B}", Self.up, "facts | whe",
    ] {
      try repl.press(keys)
      let rows = repl.screen.transcript.count { $0.hasSuffix("^C") }
      try repl.press("\u{3}")
      try repl.terminal.wait(for: "a new prompt after \(keys.debugDescription)") { screen in
        screen.transcript.count { $0.hasSuffix("^C") } == rows + 1
          && screen.currentRow == Conversation.prompt
      }
      try repl.waitForPrompt(below: -1)
    }
    #expect(try repl.ask("facts | count").last == "1 row")
    #expect(try repl.leave() == .exit(0))
  }

  @Test(arguments: ["no-such-terminal", "", "dumb"])
  func aTerminalThatNobodyKnowsGetsPlainLines(_ term: String) throws {
    let terminal = try PseudoTerminal(in: Sandbox(), environment: ["TERM": term])
    try terminal.wait(for: "the prompt") { $0.currentRow == Conversation.prompt }
    #expect(try terminal.modes.editsLines)
    try terminal.press("facts |\r")
    try terminal.wait(for: "the second prompt") { $0.currentRow == Conversation.continuation }
    try terminal.press("count\r")
    try terminal.wait(for: "the answer") { $0.transcript.contains("1 row") }
    try terminal.wait(for: "the next prompt") { $0.currentRow == Conversation.prompt }
    try terminal.press("fats\r")
    try terminal.wait(for: "the mistake") { $0.transcript.contains { $0.hasPrefix("error[DJ") } }
    #expect(terminal.screen.escapes == 0, "no colours, and the cursor is not moved")
    let isTold = terminal.screen.transcript.contains { $0.contains("\(term) is not known here") }
    #expect(isTold == (term == "no-such-terminal"))
  }

  @Test func withoutALocaleChineseIsEditedAllTheSame() throws {
    let repl = try Conversation(in: Sandbox(), environment: ["LC_ALL": "C", "LANG": "C"])
    try repl.type("项目 ｜ 数")
    try repl.press("\u{1B}[D计")
    try repl.waitForLine("项目 ｜ 计数")
    #expect(try repl.end().last == "1 行")
  }

  @Test func bytesThatAreNoTextAndControlsOfTheEighthBit() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.terminal.press(bytes: Array("# a".utf8) + [0xFF, 0xC2, 0x9B, 0xE9, 0x7A, 0xC2, 0x85])
    try repl.waitForLine("# a��z")
    #expect(try repl.end().isEmpty)
    #expect(repl.screen.unknown.isEmpty)
  }

  @Test func whatAnotherProgramPutIntoTheHistoryIsShownHarmlessly() throws {
    let sandbox = try Sandbox()
    mkdir(sandbox / "state/dajuan", 0o700)
    try sandbox.write(
      "# one\u{1B}]0;taken\u{7}two\\n# \u{202E}three\u{9B}2J\n", to: "state/dajuan/history")
    let repl = try Conversation(in: sandbox)
    let listed = try repl.ask(".history 2")
    #expect(listed == ["1  # one␛]0;taken␇two", "   # <U+202E>three<U+009B>2J", "2  .history 2"])
    try repl.press(Self.up + Self.up)
    try repl.waitForRows(["# one␛]0;taken␇two", "# <U+202E>three<U+009B>2J"])
    try repl.press("\u{12}three")
    try repl.terminal.wait(for: "the entry") { $0.currentRow.contains("three") }
    #expect(repl.screen.title == "")
    #expect(repl.screen.unknown.isEmpty)
  }

  @Test func twoSessionsAtOnceLoseNothing() throws {
    let sandbox = try Sandbox()
    let (one, two) = (try Conversation(in: sandbox), try Conversation(in: sandbox))
    try one.ask("facts | count")
    try two.ask("项目 ｜ 计数")
    try one.ask("facts |", expecting: Conversation.continuation)
    try two.ask("facts | take 1")
    try one.ask("count")
    let entries = ["facts | count", "项目 ｜ 计数", "facts | take 1", "facts |\\ncount"]
    #expect(try Sandbox.read(sandbox.history) == entries.map { $0 + "\n" }.joined())
    // Each keeps to its own until it starts anew, as shells do.
    try one.press(Self.up + Self.up + Self.up)
    try one.waitForLine("facts | count")
    let three = try Conversation(in: sandbox)
    try three.press(Self.up)
    try three.waitForRows(["facts |", "count"])
    try three.press(Self.up + Self.up)
    try three.waitForLine("facts | take 1")
  }

  @Test func entriesThatBeginAlike() throws {
    let repl = try Conversation(in: Sandbox())
    for line in ["facts | count", "项目 ｜ 计数", "facts | take 1"] { try repl.ask(line) }
    try repl.type("facts")
    try repl.press("\u{1B}[5~")
    try repl.waitForLine("facts | take 1")
    try repl.press("\u{1B}p")
    try repl.waitForLine("facts | count")
    try repl.press("\u{1B}[6~\u{1B}n")
    try repl.waitForLine("facts")
    try repl.press("\u{12}tak\u{13}")
    try repl.terminal.wait(for: "no newer one") { $0.currentRow.hasPrefix("(no match) tak:") }
    try repl.press("\u{7}")
    try repl.waitForLine("facts")
  }
}
