import Glibc
import Testing

@testable import DajuanTool

/// What a person's init file does at the start, and scripts with commands.
@Suite struct InitScriptTests {
  private func sandbox(_ script: String) throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(script, to: "home/init.dj")
    return sandbox
  }

  private func conversation(
    _ sandbox: Sandbox, _ arguments: [String] = []
  ) throws -> Conversation {
    try Conversation(arguments, in: sandbox, environment: ["DAJUAN_INIT": sandbox / "home/init.dj"])
  }

  @Test func itIsRunQuietly() throws {
    let repl = try conversation(
      sandbox(
        "# mine\ndef half(x) = x / 2\n.mode csv\nfacts | count\nlet few =\n  facts | take 2\n"))
    #expect(repl.screen.transcript.first?.hasPrefix("Dajuan") == true, "not a word before")
    #expect(try repl.ask("few | count") == ["count", "2"])
    #expect(try repl.ask("half(4)").contains("2"))
  }

  @Test func aMistakeIsToldWithItsPlaceAndStopsNothing() throws {
    let sandbox = try sandbox(
      "let few = facts | take 2\n.mdoe csv\nlet wrong = fats | take 1\n\n.read no-such-file\n"
        + "let more = facts | take 3\n")
    let repl = try conversation(sandbox)
    let text = repl.screen.transcript.joined(separator: "\n")
    let path = sandbox / "home/init.dj"
    #expect(text.contains("\(path):2: there is no command .mdoe; did you mean .mode?"))
    #expect(text.contains("\(path):3:13"))
    #expect(text.contains("\(path):5: no-such-file: No such file"))
    #expect(try repl.ask("few | count").contains("    2"))
    #expect(try repl.ask("more | count").contains("    3"))
  }

  @Test func itIsPassedOverWhenAsked() throws {
    let repl = try conversation(sandbox(".mode csv\n"), ["--no-init"])
    #expect(try repl.ask("facts | count") == ["count", "─────", "   51", "1 row"])
    let sandbox = try sandbox(".mode csv\n")
    let run = try Filter(["-c", "facts | count"], in: sandbox)
    #expect(run.output.contains("─────"), "only the REPL reads it")
  }

  @Test func aMissingOneIsMissedOnlyWhereItIsNamed() throws {
    let sandbox = try Sandbox()
    let named = try Conversation(in: sandbox, environment: ["DAJUAN_INIT": sandbox / "no.dj"])
    #expect(named.screen.transcript.contains { $0.contains("no.dj: No such file") })
    let unnamed = try Conversation(in: sandbox)
    #expect(unnamed.screen.transcript.first?.hasPrefix("Dajuan") == true)
  }

  @Test func theStandardPlace() throws {
    let sandbox = try Sandbox()
    for name in ["home/.config", "home/.config/dajuan"] { mkdir(sandbox / name, 0o700) }
    try sandbox.write("let few = facts | take 2\n", to: "home/.config/dajuan/init.dj")
    let repl = try Conversation(in: sandbox)
    #expect(try repl.ask("few | count").contains("    2"))
  }

  @Test func scriptsHoldCommands() throws {
    let sandbox = try Sandbox()
    let inner = try sandbox.write(".mode csv\n", to: "inner.dj")
    let script = try sandbox.write(
      "facts\n| count\n.read \(inner)\nprojects | count\nfats\n.edit\n", to: "outer.dj")
    let repl = try Conversation(in: sandbox)
    let answer = try repl.ask(".read \(script)")
    #expect(answer.prefix(4) == ["count", "─────", "   51", "1 row"])
    #expect(answer.contains { $0.contains("outer.dj:5:1") })
    #expect(answer.last?.contains("outer.dj:6: .edit is no command for a script") == true)
    let loop = sandbox / "loop.dj"
    try sandbox.write(".read \(loop)\n", to: "loop.dj")
    #expect(try repl.ask(".read \(loop)").last?.contains("16 deep") == true)
  }

  /// A statement that is wrong, so that something is seen, and very many that are not.
  private static let endless =
    "fats\n.mode csv\n" + (0..<20_000).map { "let n\($0) = facts | take \($0)\n" }.joined()

  @Test func ctrlCLeavesTheRestOfALongOneUndone() throws {
    let sandbox = try sandbox(Self.endless)
    let path = sandbox / "home/init.dj"
    let terminal = try PseudoTerminal(in: sandbox, environment: ["DAJUAN_INIT": path])
    try terminal.wait(for: "the mistake") { $0.transcript.contains { $0.hasPrefix("error[DJ") } }
    try terminal.press("\u{3}")
    try terminal.wait(for: "the prompt") { $0.currentRow == Conversation.prompt }
    try terminal.wait(for: "the editor", untilModes: { !$0.editsLines })
    #expect(
      terminal.screen.transcript.contains {
        $0.hasPrefix(path + ":") && $0.hasSuffix(": stopped here by Ctrl-C")
      })
    try terminal.press("n19999\r")
    try terminal.wait(for: "a name that is not there") { screen in
      screen.currentRow == Conversation.prompt
        && screen.transcript.contains { $0.contains("there is no table or `let` named `n19999`") }
    }
  }

  @Test func ctrlCStopsALongScript() throws {
    let sandbox = try Sandbox()
    let script = try sandbox.write(Self.endless, to: "long.dj")
    let repl = try Conversation(in: sandbox)
    try repl.type(".read \(script)")
    let row = repl.screen.absoluteRow
    try repl.press("\r")
    try repl.terminal.wait(for: "the mistake") {
      $0.transcript.contains { $0.hasPrefix("error[DJ") }
    }
    try repl.press("\u{3}")
    try repl.waitForPrompt(below: row + 3)
    #expect(
      repl.screen.transcript.contains {
        $0.hasPrefix(script + ":") && $0.hasSuffix(": stopped here by Ctrl-C")
      })
    #expect(try repl.ask("n1 | count").contains { $0.contains("n1") }, "the mode and the names")
  }

  @Test func linesOfPiecesKeepTheirNumbers() {
    let text =
      "let a = facts\n\n.mode csv\nfacts\n| count\n# no more\nprojects | take\n  2; 1 + 1\n"
    for isParted in [false, true] {
      let script = ReplScript(name: "s", bytes: Array(text.utf8), isParted: isParted)
      #expect(script.pieces.map(\.line) == (isParted ? [1, 3, 4, 6] : [1, 3, 4]))
    }
  }
}
