import Glibc
import Testing

@testable import DajuanTool

/// Answers taller than the screen.
@Suite struct PagerTests {
  private static let hasLess = access("/usr/bin/less", X_OK) == 0
  private static let long = "facts | select subject, value, unit, period, source"

  private func conversation(
    _ pager: String, in sandbox: Sandbox, width: Int = 80, height: Int = 24
  ) throws -> Conversation {
    try Conversation(
      in: sandbox, environment: ["DAJUAN_PAGER": pager], width: width, height: height)
  }

  /// Asks, and waits until the pager waits for a key.
  private func ask(_ query: String, _ repl: Conversation) throws {
    try repl.type(query)
    try repl.press("\r")
    try repl.terminal.wait(for: "the pager") { $0.currentRow == ":" }
  }

  @Test(.enabled(if: hasLess, "no less here")) func less() throws {
    let repl = try conversation("less", in: Sandbox())
    try ask(Self.long, repl)
    try repl.screen.expect("paged-table-80")
    try repl.press(" ")
    try repl.terminal.wait(for: "the next page") {
      $0.currentRow == ":" && !$0.rows.contains { $0.contains("先后应对疫情") }
    }
    let row = repl.screen.absoluteRow
    try repl.press("q")
    try repl.waitForPrompt(below: row - 1)
    #expect(try repl.ask("facts | count") == ["count", "─────", "   51", "1 row"])
    #expect(try repl.leave() == .exit(0))
  }

  /// A program of that name that tells its version, and shows what it was started with.
  @Test(arguments: [(590, ""), (600, "--header=2 -R"), (668, "--header=2 -R")])
  func newerOnesKeepTheHeadings(version: Int, options: String) throws {
    let sandbox = try Sandbox()
    let folder = try sandbox.writeProgram(
      "less",
      "if [ \"$1\" = --version ]; then echo \"less \(version).1 (PCRE2)\"; exit; fi; "
        + "echo \"got $*\"; cat")
    let repl = try conversation(folder + "/less -R", in: sandbox)
    let shown = try repl.ask(Self.long)
    #expect(shown.first == "got " + (options.isEmpty ? "-R" : options))
    // What is no table has no headings.
    #expect(try repl.ask(".schema").first == "got -R")
    try repl.ask(".mode box")
    #expect(try repl.ask(Self.long).first == "got " + (options.isEmpty ? "-R" : "--header=3 -R"))
    try repl.ask(".mode line")
    #expect(try repl.ask(Self.long).first == "got -R")
  }

  @Test func headingsEndWithTheirRule() {
    #expect(PagedOutput.headingRows(of: "a\nb\n───  ──\n1\n") == 3)
    #expect(PagedOutput.headingRows(of: "┌──┐\n│ a│\n├──┤\n│ 1│\n└──┘\n") == 3)
    #expect(PagedOutput.headingRows(of: "\u{1B}[1ma\u{1B}[0m\n\u{1B}[2m──\u{1B}[0m\n1") == 2)
    #expect(PagedOutput.headingRows(of: "no table\nat all\n") == 0)
    let tall = String(repeating: "a\n", count: 30)
    #expect(PagedOutput.headingRows(of: tall + "───\n1\n") == 0)
    let told = [
      "less 590 (GNU regular expressions)\nCopyright": 590, "less 608.1 x": 608, "more": nil,
    ]
    for (text, version) in told { #expect(PagerProgram.version(Array(text.utf8)) == version) }
  }

  @Test(.enabled(if: hasLess, "no less here")) func aWideChineseTable() throws {
    let repl = try conversation("less", in: Sandbox(), width: 160)
    try ask("事实", repl)
    try repl.screen.expect("paged-table-160")
    try repl.press("q")
    try repl.waitForPrompt(below: 0)
  }

  @Test(.enabled(if: hasLess, "no less here")) func controlCIsThePagers() throws {
    let repl = try conversation("less", in: Sandbox())
    try ask(Self.long, repl)
    try repl.press("\u{3}")
    // The pager may not heed a key that comes while it stops, so it gets another, as from a person.
    let deadline = Deadline()
    while !repl.screen.currentRow.hasPrefix(Conversation.prompt), !deadline.hasPassed {
      try repl.press("q")
      while try repl.terminal.draw(500) {}
    }
    // What the pager did not take stands behind the prompt.
    try repl.press("\u{15}")
    try repl.waitForPrompt(below: 0)
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func aPagerThatIsLeftEarlyEndsTheAnswer() throws {
    let repl = try conversation("head -n 2", in: Sandbox())
    try repl.ask(".set rows all")
    // More than a pipe holds.
    let answer = try repl.ask("facts | join facts on place | join honours on place")
    #expect(answer.count == 2)
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func shortAnswersArePrinted() throws {
    let repl = try conversation("sed s/^/P/", in: Sandbox())
    #expect(try repl.ask("facts | count").last == "1 row")
    try repl.ask(".width 70")
    #expect(try repl.ask(Self.long).allSatisfy { $0.hasPrefix("P") })
    try repl.ask(".set pager always")
    #expect(try repl.ask("facts | count").last == "P1 row")
    try repl.ask(".set pager off")
    #expect(try repl.ask(Self.long).last == "51 rows")
  }

  @Test func withoutAProgramItIsPrinted() throws {
    let repl = try conversation("no-such-pager -x", in: Sandbox())
    #expect(try repl.ask(Self.long).last == "51 rows")
    let shell = try conversation("'no-such-pager'", in: Sandbox())
    #expect(try shell.ask(Self.long).last?.hasPrefix("the pager could not be run") == true)
    #expect(try shell.ask("facts | count").last == "1 row")
  }

  @Test func aDumbTerminalHasNoPager() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(
      in: sandbox, environment: ["DAJUAN_PAGER": "sed s/^/P/", "TERM": "dumb"], width: 80,
      height: 24)
    #expect(try repl.ask(Self.long).last == "51 rows")
  }

  @Test func aPagerThatLeavesTheTerminalRaw() throws {
    let repl = try conversation("stty raw -echo </dev/tty; cat >/dev/null", in: Sandbox())
    try repl.ask(Self.long)
    #expect(try repl.ask("facts | count") == ["count", "─────", "   51", "1 row"])
    #expect(try repl.leave() == .exit(0))
    #expect(try repl.terminal.modes == repl.terminal.formerModes)
  }
}
