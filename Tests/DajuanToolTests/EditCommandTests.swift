import Glibc
import Testing

/// `.edit` and Ctrl-X Ctrl-E: the statement in an editor of the person's own.
@Suite struct EditCommandTests {
  /// A program that notes what it is given, and puts something else there.
  private func editor(_ body: String, in sandbox: Sandbox) throws -> [String: String] {
    let file = try sandbox.write(
      "#!/bin/sh\nfor last; do :; done\ncat \"$last\" > '\(sandbox / "seen")'\n"
        + "echo \"$last\" > '\(sandbox / "name")'\nstat -c %a \"$last\" >> '\(sandbox / "name")'\n"
        + body + "\n",
      to: "editor")
    chmod(file, 0o700)
    return ["VISUAL": "", "EDITOR": file + " --wait", "TMPDIR": sandbox / "tmp"]
  }

  private func conversation(_ body: String, _ sandbox: Sandbox) throws -> Conversation {
    mkdir(sandbox / "tmp", 0o700)
    return try Conversation(in: sandbox, environment: editor(body, in: sandbox))
  }

  private static let change = "printf 'facts |\\n  计数\\n\\n' > \"$last\""

  @Test func theLastStatementComesBackToBeGoneOver() throws {
    let sandbox = try Sandbox()
    let repl = try conversation(Self.change, sandbox)
    try repl.ask("facts | count")
    try repl.press(".edit\r")
    try repl.waitForRows(["facts |", "  计数"])
    #expect(try Sandbox.read(sandbox / "seen") == "facts | count\n")
    let name = try Sandbox.read(sandbox / "name").split(separator: "\n")
    #expect(name[0].hasPrefix(sandbox / "tmp/dajuan-") && name[0].hasSuffix(".dj"))
    #expect(name[1] == "600")
    #expect(access(String(name[0]), F_OK) != 0, "the file is gone")
    #expect(try repl.end().last == "1 row")
    #expect(try Sandbox.read(sandbox.history).hasSuffix(".edit\nfacts |\\n  计数\n"))
  }

  @Test func anEntryOrATextOrTheLineItself() throws {
    let sandbox = try Sandbox()
    let repl = try conversation(":", sandbox)
    try repl.ask("facts | count")
    try repl.ask("项目 ｜ 计数")
    try repl.press(".edit 1\r")
    try repl.terminal.wait(for: "the text") { $0.currentRow == "dajuan> facts | count" }
    try repl.interrupt()
    try repl.press(".编辑 指标 ｜ 取 １\r")
    try repl.terminal.wait(for: "the text") { $0.currentRow == "dajuan> 指标 ｜ 取 １" }
    #expect(try Sandbox.read(sandbox / "seen") == "指标 ｜ 取 １\n")
    try repl.press(" x\u{18}\u{5}")
    try repl.terminal.wait(for: "it back") { screen in
      screen.transcript.count { $0 == "dajuan> 指标 ｜ 取 １ x" } == 2
    }
    #expect(try Sandbox.read(sandbox / "seen") == "指标 ｜ 取 １ x\n")
    try repl.interrupt()
    #expect(try repl.ask(".edit 99") == ["the history has no entry 99; see .history"])
  }

  @Test(arguments: [
    ("exit 3", "ended with status 3"), ("rm \"$last\"", "No such file"),
    ("kill -9 $$", "ended with status 137"),
  ])
  func whatGoesWrongIsSaidAndNothingIsLost(_ body: String, _ words: String) throws {
    let sandbox = try Sandbox()
    let repl = try conversation(body, sandbox)
    try repl.type("facts | count")
    try repl.press("\u{18}\u{5}")
    try repl.terminal.wait(for: "the line again") { screen in
      screen.transcript.contains { $0.contains(words) }
        && screen.currentRow == "dajuan> facts | count"
    }
    #expect(try repl.end().last == "1 row")
    #expect(try repl.leave() == .exit(0))
    #expect(try repl.terminal.modes == repl.terminal.formerModes)
  }

  @Test func noEditorAndNoPlaceForAFile() throws {
    let sandbox = try Sandbox()
    let none = try Conversation(in: sandbox, environment: ["EDITOR": "no-such-editor"])
    #expect(try none.ask(".history few") == [".history takes how many to list, and not few"])
    try none.press("facts\u{18}\u{5}")
    try none.terminal.wait(for: "the line again") { screen in
      screen.transcript.contains { $0.contains("there is no editor no-such-editor") }
        && screen.currentRow == "dajuan> facts"
    }
    #expect(!none.screen.transcript.contains { $0.contains("not found") }, "told once")
    let full = try Conversation(in: sandbox, environment: ["TMPDIR": "/proc/nowhere"])
    try full.press("facts\u{18}\u{5}")
    try full.terminal.wait(for: "the line again") { screen in
      screen.transcript.contains { $0.contains("/proc/nowhere") }
        && screen.currentRow == "dajuan> facts"
    }
  }

  @Test func aDumbTerminalRunsWhatComesBack() throws {
    let sandbox = try Sandbox()
    let environment = try editor(Self.change, in: sandbox).merging(["TERM": "dumb"]) { $1 }
    mkdir(sandbox / "tmp", 0o700)
    let repl = try Conversation(in: sandbox, environment: environment)
    let answer = try repl.ask(".edit")
    #expect(answer.starts(with: ["facts |", "  计数"]))
    #expect(answer.last == "1 row")
  }
}
