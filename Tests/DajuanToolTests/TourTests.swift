import Dajuan
import DajuanLedger
import DajuanSyntax
import Testing

@testable import DajuanTool

/// `.examples` and `.tour`: what a stranger tries first.
@Suite struct TourTests {
  /// The rows of an answer as CSV.
  private static func rows(_ query: String) throws -> [Substring] {
    var session = Session(ledger: try .bundled())
    var text = ""
    try session.run(Source(query), warn: { Issue.record("\(query): \($0)") }) {
      $0.write(RenderOptions(format: .csv, language: .english), to: &text)
    }
    return Array(text.split(separator: "\n").dropFirst())
  }

  @Test func everyExampleRunsAndAsksTheSameInBothLanguages() throws {
    #expect((12...20).contains(ExampleQuestion.all.count))
    for example in ExampleQuestion.all {
      let (english, chinese) = (example.query.english, example.query.chinese)
      #expect(try Self.rows(english) == Self.rows(chinese), "\(english)")
      #expect(try !Self.rows(english).isEmpty, "\(english)")
    }
  }

  @Test func examplesAreListedAskedAndRecalled() throws {
    let repl = try Conversation(in: Sandbox(), width: 80, height: 24)
    #expect(try repl.ask(".examples").count == ExampleQuestion.all.count + 1)
    let answer = try repl.ask(".示例 5")
    #expect(answer.first?.hasPrefix("5  ") == true && answer[1].hasPrefix("dajuan> 事实 ｜"))
    #expect(answer.last?.hasSuffix("行") == true)
    try repl.press("\u{1B}[A")
    try repl.waitForLine(ExampleQuestion.all[4].query.chinese)
    try repl.interrupt()
    let rows = answer.last?.split(separator: " ").first.map(String.init)
    #expect(try repl.ask("| count").contains { $0.trimmed == rows }, "it goes on from there")
    #expect(try repl.ask(".examples 99") == ["examples are 1 to 16; there is no 99"])
    #expect(try repl.ask(".cite 1").first?.hasPrefix("row 1") == true)
  }

  @Test func onAnotherLedgerExamplesSaySo() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    let repl = try Conversation(["-l", file], in: sandbox)
    #expect(try repl.ask(".examples").last?.hasPrefix("They were made for the bundled") == true)
    #expect(try repl.ask(".examples 1").last == "1 row")
  }

  /// A step and its question must be seen whole.
  @Test(arguments: Language.allCases) func everyStepFitsTheScreen(language: Language) throws {
    let repl = try Conversation(in: Sandbox(), width: 80, height: 24)
    let question = language == .chinese ? "〔回车：下一步，q：离开〕" : "[Enter: next, q: leave]"
    try repl.type(language == .chinese ? ".导览" : ".tour")
    try repl.press("\r")
    for step in 1..<TourStep.all.count {
      try repl.terminal.wait(for: "step \(step)") { screen in
        screen.currentRow == question && screen.rows.contains { $0.hasPrefix("\(step)/8  ") }
      }
      if step == 1 || step == 6 {
        try repl.screen.expect("tour-\(step)" + (language == .chinese ? "-zh" : ""))
      }
      try repl.press("\r")
    }
    try repl.terminal.wait(for: "the prompt") { $0.currentRow == Conversation.prompt }
    #expect(repl.screen.rows.contains { $0.hasPrefix("8/8  ") })
    try repl.screen.expect("tour-8" + (language == .chinese ? "-zh" : ""))
    #expect(repl.screen.unknown.isEmpty)
  }

  @Test(arguments: ["q", "\u{3}", "\u{4}"]) func leavesTheSessionAsItWas(key: String) throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    let repl = try Conversation(["-l", file], in: sandbox)
    try repl.ask("facts | take 2")
    let row = repl.screen.absoluteRow
    try repl.type(".tour")
    try repl.press("\r")
    try repl.terminal.wait(for: "a question") { $0.currentRow.hasPrefix("[Enter") }
    #expect(
      repl.screen.transcript.contains {
        $0.hasPrefix("The tour asks the bundled report of 郑州市二七区")
      })
    try repl.press(key)
    try repl.waitForPrompt(below: row)
    #expect(try repl.ask("| count").contains { $0.trimmed == "2" })
    #expect(try repl.ask("reports | select place").contains { $0.contains("青禾县") })
  }

  /// A narrow window, and a terminal that cannot move its cursor.
  @Test(arguments: [(20, "xterm-256color"), (80, "dumb")])
  func elsewhereItWorksToo(width: Int, term: String) throws {
    let repl = try Conversation(
      in: Sandbox(), environment: ["TERM": term], width: width, height: 24)
    let row = repl.screen.absoluteRow
    try repl.press(".tour\r")
    for step in 1...3 {
      try repl.terminal.wait(for: "step \(step)") { screen in
        screen.currentRow.hasPrefix("[Enter: next")
          && screen.transcript.contains { $0.hasPrefix("\(step)/8  ") }
      }
      if step < 3 { try repl.press(" ") }
    }
    try repl.press("q")
    try repl.waitForPrompt(below: row)
    #expect(repl.screen.unknown.isEmpty)
  }
}
