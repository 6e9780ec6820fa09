import FoundationEssentials
import Glibc
import Testing

@testable import DajuanReports
@testable import DajuanSyntax
@testable import DajuanTool

/// Looking at the facts the rules are least sure of.
@Suite struct ReviewTests {
  private static let question = "q quit >"
  private let sandbox: Sandbox
  private let ledger: String

  init() throws {
    sandbox = try Sandbox()
    // Two doubtful facts: a unit left to a later number, and a share above 100%.
    try sandbox.write(
      Reports.text("白杨县", 2022).replacing(
        "新建幼儿园6所", with: "财政自给率由96%提高到103%，新建幼儿园、敬老院分别为4和6所"),
      to: "c.md")
    let run = try Filter(["ingest", sandbox / "c.md", "--into", sandbox / "ledger"], in: sandbox)
    try #require(run.ending == .exit(0))
    ledger = sandbox / "ledger"
  }

  private struct Item: Decodable {
    let report: String
    let line: Int
    let doubt: Int
    let reasons: [String]
    let surface: String
    let sentence: String
  }

  private func items(_ arguments: String...) throws -> [Item] {
    let run = try Filter(["review", ledger, "--format", "jsonl"] + arguments, in: sandbox)
    #expect(run.ending == .exit(0), "\(run.errors)")
    return try run.lines.map { try JSONDecoder().decode(Item.self, from: Data($0.utf8)) }
  }

  private func start() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(["review", ledger, "--by", "李"], in: sandbox)
    try terminal.wait(for: "a question") { $0.currentRow.hasSuffix(Self.question) }
    return terminal
  }

  /// Presses a key and waits for the next question below.
  private func press(_ key: String, _ terminal: PseudoTerminal) throws {
    let row = terminal.screen.absoluteRow
    try terminal.press(key)
    try terminal.wait(for: "the next question") {
      $0.absoluteRow > row && $0.currentRow.hasSuffix(Self.question)
    }
  }

  @Test func theLeastSureComeFirst() throws {
    let items = try items()
    #expect(items.count >= 2)
    #expect(items.map(\.doubt) == items.map(\.doubt).sorted(by: >))
    #expect(items.allSatisfy { $0.doubt > 0 && !$0.reasons.isEmpty && $0.report == "白杨县-2022" })
    #expect(items.allSatisfy { $0.sentence.contains($0.surface) })
    let shared = try #require(items.first { $0.surface == "4" })
    #expect(shared.reasons.contains("the unit is not written at the number"))
    let share = try #require(items.first { $0.surface == "103%" })
    #expect(share.reasons.contains("a share above 100%"))
    #expect(try self.items("--limit", "1").count == 1)
  }

  @Test func reportsCanBeListedToo() throws {
    let run = try Filter(["review", sandbox / "c.md", "--limit", "1"], in: sandbox)
    #expect(run.ending == .exit(0))
    #expect(run.lines.count == 3)
    #expect(run.output.contains("【4】和6所"))
  }

  @Test func answersAreSavedAtOnce() throws {
    let before = try items()
    let terminal = try start()
    #expect(
      terminal.screen.transcript.contains { $0.hasPrefix("1/\(before.count)  白杨县-2022, line") })
    try press("y", terminal)
    #expect(try items().count == before.count - 1, "saved while the dialogue goes on")
    try press("d", terminal)
    try press("u", terminal)
    #expect(try items().count == before.count - 1)
    // The fact that was taken back is asked about again.
    #expect(terminal.screen.transcript.count { $0.hasPrefix("2/\(before.count)") } == 2)
    try terminal.press("q")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(terminal.screen.transcript.contains("1 confirmed, 0 corrected, 0 not quantities"))
    #expect(try terminal.modes == terminal.formerModes)
    let listing = try Filter(["correct", ledger, "--list"], in: sandbox)
    #expect(listing.lines.count == 1)
    #expect(listing.output.contains("confirm  李  2"))
  }

  @Test func fieldsAreEditedAndChecked() throws {
    let terminal = try start()
    let first = try #require(try items().first)
    try terminal.press("e")
    try terminal.wait(for: "a field") { $0.currentRow.hasSuffix("empty to end >") }
    try terminal.press("period=Easter\r")
    try terminal.wait(for: "what is wrong") {
      $0.transcript.contains { $0.contains("`Easter` is no period") }
        && $0.currentRow.hasSuffix("empty to end >")
    }
    try terminal.press("期间=2019\r")
    try terminal.wait(for: "another field") {
      $0.transcript.contains { $0.hasSuffix("期间=2019") }
        && $0.currentRow.hasSuffix("empty to end >")
    }
    try press("\r", terminal)
    try terminal.press("\u{4}")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(
      try sandbox.ask(ledger, "facts | where text == \"\(first.surface)\" | select period")
        == ["period", "2019"])
  }

  @Test func itSpeaksChineseWhereAsked() throws {
    let terminal = try PseudoTerminal(["review", ledger, "--lang", "zh"], in: sandbox)
    let question = "q 离开 >"
    try terminal.wait(for: "a question") { $0.currentRow.hasSuffix(question) }
    #expect(terminal.screen.transcript.contains { $0.contains("白杨县-2022，第 ") })
    try terminal.press("e")
    try terminal.wait(for: "a field") { $0.currentRow.hasSuffix("空行结束 >") }
    for (typed, problem) in [
      ("界=大概", "界：不能是 `大概`；可选 确切、"), ("期间=春节", "期间：`春节` 不是期间"), ("大小=3", "没有字段 `大小`；可选 "),
      ("三", "`三` 不是 字段=值"),
    ] {
      try terminal.press(typed + "\r")
      try terminal.wait(for: "what is wrong") {
        $0.transcript.contains { $0.hasPrefix(problem) } && $0.currentRow.hasSuffix("空行结束 >")
      }
    }
    try terminal.press("期间=2019\r\r")
    try terminal.wait(for: "the next question") {
      $0.transcript.contains { $0.hasSuffix("已更正") } && $0.currentRow.hasSuffix(question)
    }
    try terminal.press("q")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(terminal.screen.transcript.contains("确认 0，更正 1，不是数量 0"))
  }

  @Test func everyReasonHasItsChinese() {
    for reason in Doubt.Reason.allCases {
      #expect(reason.text.chinese.unicodeScalars.contains { $0.value >= 0x4E00 })
    }
    #expect(Set(Doubt.Reason.allCases.map(\.text.chinese)).count == Doubt.Reason.allCases.count)
  }

  /// A number that contradicts itself is not saved, and the fact is asked for again.
  @Test func endsThatContradictAreTypedAnew() throws {
    let terminal = try start()
    try terminal.press("e")
    for typed in ["bound=range", "lower=50", "upper=3"] {
      try terminal.wait(for: "a field") { $0.currentRow.hasSuffix("empty to end >") }
      try terminal.press(typed + "\r")
      try terminal.wait(for: "what was typed") {
        $0.transcript.contains { $0.hasSuffix(typed) } && $0.currentRow.hasSuffix("empty to end >")
      }
    }
    try press("\r", terminal)
    #expect(
      terminal.screen.transcript.contains { $0.hasPrefix("the lower end 50 is above the upper") })
    try terminal.press("q")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(access(ledger + "/corrections.tsv", F_OK) != 0)
  }

  @Test(arguments: ["", "period=2019\r", "per"])
  func ctrlCWhileAFieldIsTyped(_ typed: String) throws {
    let terminal = try start()
    try terminal.press("e")
    try terminal.wait(for: "a field") { $0.currentRow.hasSuffix("empty to end >") }
    let row = terminal.screen.absoluteRow
    try terminal.press(typed)
    try terminal.wait(for: "what was typed") {
      typed.hasSuffix("\r")
        ? $0.absoluteRow > row && $0.currentRow.hasSuffix("empty to end >")
        : $0.currentRow.hasSuffix(typed)
    }
    try terminal.press("\u{3}")
    #expect(try terminal.waitForEnd() == .exit(130))
    #expect(try terminal.modes == terminal.formerModes)
    #expect(access(ledger + "/corrections.tsv", F_OK) != 0)
  }

  @Test func ctrlCLeavesTheTerminalAsItWas() throws {
    let terminal = try start()
    try terminal.press("\u{3}")
    #expect(try terminal.waitForEnd() == .exit(130))
    #expect(try terminal.modes == terminal.formerModes)
  }
}
