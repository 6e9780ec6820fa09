import Testing

/// Ctrl-Z and `fg` where something else than a statement is being asked for.
@Suite struct SuspendTests {
  /// A shell that runs the tool, tells how the terminal is set when the tool is stopped, and goes on with it.
  private func shell(
    _ arguments: [String], in sandbox: Sandbox, environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let words = try [Tool.path.get()] + arguments
    let command = words.map { "'\($0)'" }.joined(separator: " ")
    return try PseudoTerminal(
      ["-c", "set -m; \(command); stty -a; echo stopped; fg >&2; fg >&2 2>/dev/null; echo left"],
      of: "/bin/sh",
      in: sandbox, environment: environment, width: 100)
  }

  /// Waits for a question at the cursor, stops the tool there, and waits for the question again.
  private func stop(_ terminal: PseudoTerminal, at question: String) throws {
    try terminal.wait(for: question) { $0.currentRow.hasPrefix(question) }
    try terminal.press("\u{1A}")
    try terminal.wait(for: "\(question), once more") { screen in
      screen.transcript.contains("stopped") && screen.currentRow.hasPrefix(question)
    }
    let text = terminal.screen.transcript.joined(separator: " ")
    #expect(text.contains(" icanon ") && text.contains(" echo "), "the shell's own modes")
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    try terminal.wait(for: "the shell once more") { $0.transcript.contains("left") }
    #expect(try terminal.waitForEnd() == .exit(0))
  }

  @Test func theTourAsksAgain() throws {
    let terminal = try shell([], in: Sandbox())
    try terminal.wait(for: "the prompt") { $0.currentRow == Conversation.prompt }
    try terminal.press(".tour\r")
    try stop(terminal, at: "[Enter: next, q: leave]")
    // One key is enough, as before.
    try terminal.press(" ")
    try terminal.wait(for: "the second step") { screen in
      screen.transcript.contains { $0.hasPrefix("2/8  ") } && screen.currentRow.hasPrefix("[Enter")
    }
    try terminal.press("q")
    try terminal.wait(for: "the prompt") { $0.currentRow == Conversation.prompt }
    try terminal.press("\u{4}")
    try leave(terminal)
  }

  @Test func reviewAsksAgainForAKeyAndForALine() throws {
    let sandbox = try Sandbox()
    // A unit left to a later number, and a share above 100%, are doubtful.
    try sandbox.write(
      Reports.text("白杨县", 2022).replacing(
        "新建幼儿园6所", with: "财政自给率由96%提高到103%，新建幼儿园、敬老院分别为4和6所"),
      to: "c.md")
    let ledger = sandbox / "ledger"
    let run = try Filter(["ingest", sandbox / "c.md", "--into", ledger], in: sandbox)
    try #require(run.ending == .exit(0))
    let terminal = try shell(["review", ledger], in: sandbox)
    try stop(terminal, at: "y confirm")
    try terminal.press("e")
    try terminal.wait(for: "the line") { $0.currentRow.hasPrefix("field=value") }
    try terminal.press("value")
    try terminal.wait(for: "what is typed") { $0.currentRow.hasSuffix("> value") }
    try terminal.press("\u{1A}")
    try terminal.wait(for: "the line once more, with nothing typed") {
      $0.currentRow.hasPrefix("field=value") && $0.currentRow.hasSuffix(" >")
    }
    try terminal.press("\rq")
    try leave(terminal)
  }

  @Test func aParametersValueIsAskedForAgain() throws {
    let terminal = try shell(
      ["-c", "param year: period; projects | where period == $year | count"], in: Sandbox())
    try stop(terminal, at: "year (period):")
    try terminal.press("2021\r")
    try terminal.wait(for: "the answer") { $0.transcript.contains("1 row") }
    try leave(terminal)
  }

  @Test func plainLinesAreAskedForAgain() throws {
    let terminal = try shell([], in: Sandbox(), environment: ["TERM": "dumb"])
    try terminal.wait(for: "the prompt") { $0.currentRow == Conversation.prompt }
    try terminal.press("facts |\r")
    try stop(terminal, at: Conversation.continuation)
    try terminal.press("count\r")
    try terminal.wait(for: "the answer") { $0.transcript.contains("1 row") }
    try terminal.press("\u{4}")
    try leave(terminal)
  }
}
