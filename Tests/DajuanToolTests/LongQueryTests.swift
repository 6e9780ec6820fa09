import Glibc
import Testing

/// Queries that take longer than a person likes to wait: the bar that tells how far they are, and Ctrl-C.
@Suite struct LongQueryTests {
  /// The rows of the bundled report joined with themselves three times are 6.8 million.
  private static let limits = ["--limits", "rows=20000000"]
  private static let cube =
    "facts | select k = 1, a = subject | join (facts | select k = 1, b = subject) on k"
    + " | join (facts | select k = 1, c = subject) on k"
  private static let long =
    cube + " | join (facts | select k = 1, d = subject) on k | sort coalesce(a, b), coalesce(c, d)"

  private static func hasBar(_ screen: Screen) -> Bool {
    screen.rows.contains { ($0.hasPrefix("[#") || $0.hasPrefix("[-")) && $0.contains("/") }
  }

  @Test func theBarIsShownAndTakenAwayAndTheConversationGoesOn() throws {
    let repl = try Conversation(Self.limits, in: Sandbox())
    try repl.type(Self.long)
    let row = repl.screen.absoluteRow
    try repl.press("\r")
    try repl.terminal.wait(for: "the bar") { Self.hasBar($0) }
    try repl.interruptUntilPrompt(below: row)
    #expect(!Self.hasBar(repl.screen))
    #expect(repl.screen.transcript.contains { $0.hasPrefix("error[DJ0402]: interrupted") })
    #expect(try repl.ask("facts | count") == ["count", "─────", "   51", "1 row"])
    #expect(try repl.leave() == .exit(0))
  }

  @Test func aScriptTellsWhichOfItsQueriesWasStopped() throws {
    let sandbox = try Sandbox()
    let script = try sandbox.write("\nfacts | count\n\(Self.long)\nfacts | count\n", to: "long.dj")
    let repl = try Conversation(Self.limits, in: sandbox)
    try repl.type(".read \(script)")
    let row = repl.screen.absoluteRow
    try repl.press("\r")
    try repl.terminal.wait(for: "the bar") { Self.hasBar($0) }
    try repl.interruptUntilPrompt(below: row)
    let transcript = repl.screen.transcript
    #expect(transcript.contains { $0.contains("\(script):3:") })
    #expect(transcript.contains("\(script):3: stopped here by Ctrl-C"))
    #expect(transcript.count { $0 == "1 row" } == 1)
  }

  @Test func explainingMayBeStoppedToo() throws {
    let repl = try Conversation(Self.limits, in: Sandbox())
    try repl.type(".explain analyze " + Self.long)
    let row = repl.screen.absoluteRow
    try repl.press("\r")
    try repl.terminal.wait(for: "the bar") { Self.hasBar($0) }
    try repl.interruptUntilPrompt(below: row)
    #expect(!Self.hasBar(repl.screen))
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func ctrlCStopsAnAnswerThatIsBeingWritten() throws {
    let repl = try Conversation(Self.limits, in: Sandbox())
    try repl.ask(".mode csv")
    try repl.type(Self.cube)
    let row = repl.screen.absoluteRow
    try repl.press("\r")
    try repl.terminal.wait(for: "the answer") { screen in
      screen.transcript.count { $0.hasPrefix("1,") } > 20
    }
    try repl.interruptUntilPrompt(below: row)
    let rows = repl.screen.transcript.count { $0.hasPrefix("1,") }
    #expect(rows < 132_651)
    #expect(repl.screen.transcript.contains("interrupted"))
    #expect(try repl.ask("facts | count") == ["count", "51"])
  }

  @Test func theCommandLineShowsItToo() throws {
    let terminal = try PseudoTerminal(Self.limits + ["-c", Self.long], in: Sandbox())
    try terminal.wait(for: "the bar") { Self.hasBar($0) }
    try terminal.press("\u{3}")
    #expect(try terminal.waitForEnd() == .exit(130))
    #expect(!Self.hasBar(terminal.screen))
    #expect(terminal.screen.rows.contains { $0.hasPrefix("error[DJ0402]: interrupted") })
  }

  /// Nobody would see it, or it could not be taken away.
  @Test(arguments: [true, false]) func nothingIsDrawnElsewhere(toFile: Bool) throws {
    let sandbox = try Sandbox()
    let file = sandbox / "errors"
    let terminal = try PseudoTerminal(
      Self.limits + ["-c", Self.long], in: sandbox,
      environment: toFile ? [:] : ["TERM": "dumb"],
      errors: toFile ? .file(file, flags: O_WRONLY | O_CREAT) : nil)
    // Past the second after which the bar is drawn; where it is not, there is nothing to wait for.
    while try terminal.draw(2000) {}
    try terminal.press("\u{3}")
    #expect(try terminal.waitForEnd() == .signal(SIGINT))
    #expect(terminal.screen.rows.allSatisfy { $0.isEmpty || $0 == "^C" })
    #expect(terminal.screen.escapes == 0)
    if toFile { #expect(try Sandbox.read(file).isEmpty) }
  }
}
