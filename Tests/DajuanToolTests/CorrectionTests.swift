import Glibc
import Testing

/// A person's corrections of a ledger.
@Suite struct CorrectionTests {
  private let sandbox: Sandbox
  private let ledger: String

  init() throws {
    sandbox = try Sandbox()
    ledger = try sandbox.makeLedger()
  }

  private func correct(_ arguments: String...) throws -> Filter {
    try Filter(["correct", ledger] + arguments, in: sandbox)
  }

  private static let pick = "facts | where report == \"青禾县-2022\" and unit == \"公里\" | "

  @Test func oneFieldAndItsMarkInCite() throws {
    let run = try correct(
      "--report", "青禾县-2022", "--quote", "37公里", "--set", "period=2023", "--set", "性质＝实绩",
      "--note", "见附表", "--by", "李")
    #expect(run.ending == .exit(0), "\(run.errors)")
    #expect(
      try sandbox.ask(ledger, Self.pick + "select text, period, nature")
        == ["text,period,nature", "37公里,2023,actual"])
    let cited = try sandbox.ask(ledger, Self.pick + "select text | cite | select statement")
    #expect(cited[1].hasPrefix("力争新修水渠37公里。 〔更正 37公里: period 2023 (李 2"))
    #expect(cited[1].contains("nature actual (李 2") && cited[1].contains("): 见附表〕"))
    // The other report's sentence, word for word the same, is as it was.
    #expect(
      try sandbox.ask(
        ledger,
        "facts | where report == \"青禾县-2023\" and unit == \"公里\" | select period | cite | select period, statement"
      ) == ["period,statement", "2023,力争新修水渠37公里。"])
  }

  @Test func aNumberAndItsUnit() throws {
    _ = try correct("--report", "青禾县-2022", "--quote", "37公里", "--set", "value=38.5")
    #expect(
      try sandbox.ask(ledger, Self.pick + "select value, text") == ["value,text", "38.5公里,37公里"])
    _ = try correct("--report", "青禾县-2022", "--quote", "37公里", "--set", "bound=at_least")
    #expect(
      try sandbox.ask(ledger, Self.pick + "select value, bound") == [
        "value,bound", "≥38.5公里,at_least",
      ])
    #expect(try sandbox.ask(ledger, Self.pick + "where value > 38公里 | count") == ["count", "1"])
  }

  @Test func whatIsNoQuantityGoes() throws {
    _ = try correct("--report", "青禾县-2022", "--quote", "37公里", "--delete")
    #expect(try sandbox.ask(ledger, "facts | count") == ["count", "11"])
    #expect(try sandbox.ask(ledger, Self.pick + "count") == ["count", "0"])
    let undone = try correct("--undo")
    #expect(undone.output.hasPrefix("taken back: 青禾县-2022  力争新修水渠[37公里]。  delete"))
    #expect(try sandbox.ask(ledger, "facts | count") == ["count", "12"])
    #expect(try correct("--undo").output == "there are no corrections\n")
  }

  @Test func itSurvivesAnotherTextOfTheReport() throws {
    _ = try correct("--report", "青禾县-2022", "--quote", "37公里", "--set", "period=2023")
    let shifted = Reports.text("青禾县", 2022).replacing(
      "新建幼儿园6所", with: "改造老旧小区12个，惠及居民3400户，新建幼儿园6所")
    try sandbox.write(shifted, to: "new.md")
    let run = try Filter(["ingest", sandbox / "new.md", "--into", ledger], in: sandbox)
    #expect(run.output.contains("corrections stay"))
    #expect(try sandbox.ask(ledger, Self.pick + "select period") == ["period", "2023"])
  }

  @Test func oneThatFindsItsFactNoMoreIsToldAndKept() throws {
    _ = try correct("--report", "青禾县-2022", "--quote", "37公里", "--set", "period=2023")
    try sandbox.write(
      Reports.text("青禾县", 2022).replacing("37公里", with: "39公里"), to: "new.md")
    _ = try Filter(["ingest", sandbox / "new.md", "--into", ledger], in: sandbox)
    let run = try Filter(["-l", ledger, "-c", Self.pick + "count", "--format", "csv"], in: sandbox)
    #expect(run.ending == .exit(0))
    #expect(run.output == "count\n1\n")
    #expect(
      run.errors.hasPrefix("dajuan: warning: \(ledger)/corrections.tsv: the correction of 37公里"))
    #expect(try correct("--list").output.hasSuffix("(finds no fact)\n"))
    let verify = try Filter(["verify", ledger], in: sandbox)
    #expect(verify.ending == .exit(1))
    #expect(verify.output.contains("is not applied: no fact of the report has these words"))
  }

  @Test func whichFactIsMeant() throws {
    try sandbox.write(
      Reports.text("白杨县", 2022).replacing(
        "新增学位1800个。", with: "新增学位1800个。\n\n乡村新增学位1800个。"), to: "c.md")
    _ = try Filter(["ingest", sandbox / "c.md", "--into", ledger], in: sandbox)
    let both = try correct("--report", "白杨县-2022", "--quote", "1800个", "--set", "kind=other")
    #expect(both.ending == .exit(2))
    #expect(both.errors.contains("2 facts have the words 1800个; --line or --at tells which:"))
    let one = try correct(
      "--report", "白杨县-2022", "--quote", "1800个", "--line", "9", "--set", "类别=其他")
    #expect(one.ending == .exit(0), "\(one.errors)")
    #expect(
      try sandbox.ask(
        ledger, "facts | where report == \"白杨县-2022\" and text == \"1800个\" | select kind, subject"
      ).count { $0.hasPrefix("other") } == 1)
  }

  @Test func mistakes() throws {
    let cases: [([String], Int32, String)] = [
      (["--report", "x", "--quote", "37公里", "--delete"], 2, "there is no report x"),
      (["--report", "青禾县-2022", "--quote", "36公里", "--delete"], 2, "has the words 36公里"),
      (
        ["--report", "青禾县-2022", "--quote", "37公里", "--set", "period=Christmas"], 2,
        "period: `Christmas` is no period"
      ),
      (
        ["--report", "青禾县-2022", "--quote", "37公里", "--set", "colour=red"], 2,
        "`colour` is no field"
      ),
      (["--report", "青禾县-2022", "--quote", "37公里"], 64, "Give --set"),
      (["--set", "period=2021"], 64, "Missing --report and --quote"),
    ]
    for (arguments, code, message) in cases {
      let run = try Filter(["correct", ledger] + arguments, in: sandbox)
      #expect(run.ending == .exit(code), "\(arguments)")
      #expect(run.errors.contains(message), "\(run.errors)")
    }
    #expect(access(ledger + "/corrections.tsv", F_OK) != 0, "a mistake writes nothing")
  }

  @Test func editedByHand() throws {
    try sandbox.write(
      "# mine\nreport\tquote\tfield\tvalue\n青禾县-2022\t37公里\tperiod\t2017-2021\n",
      to: "ledger/corrections.tsv")
    #expect(try sandbox.ask(ledger, Self.pick + "select period") == ["period", "2017..2021"])
    _ = try correct("--report", "青禾县-2022", "--quote", "37公里", "--set", "kind=other", "--by", "李")
    let text = try Sandbox.read(ledger + "/corrections.tsv")
    #expect(text.hasPrefix("# mine\nreport\tquote\tfield\tvalue\tprefix\tsuffix\tby\tdate\tnote\n"))
    try sandbox.write(
      "report\tquote\tfield\tvalue\n青禾县-2022\t37公里\tkind\tred\n", to: "ledger/corrections.tsv")
    let run = try Filter(["-l", ledger, "-c", "facts"], in: sandbox)
    #expect(run.ending == .exit(3))
    #expect(
      run.errors == "dajuan: \(ledger)/corrections.tsv:2: `red` is none of project, indicator, "
        + "livelihood, other\n")
  }
}
