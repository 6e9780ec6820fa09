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

  /// Of 37公里, an exact number.
  @Test(arguments: [
    ("lower=50 upper=3", "the lower end 50 is above the upper end 3"),
    ("bound=range lower=50 upper=3", "the lower end 50 is above the upper end 3"),
    ("bound=range", "bound=range needs two ends"),
    ("bound=range lower=3 upper=", "bound=range needs two ends"),
    ("upper=", "bound=exact has the ends that its value gives it"),
    ("lower=30 upper=40", "bound=exact has the ends that its value gives it"),
    ("bound=at_most lower=3", "bound=at_most has the ends that its value gives it"),
    ("bound=at_least lower=40", "bound=at_least has the ends that its value gives it"),
    ("upper=5 bound=at_most", "upper=5 does not hold beside bound=at_most"),
    ("lower=3 value=36", "lower=3 does not hold beside bound=exact"),
    ("bound=about lower=3", "lower=3 does not hold beside bound=about"),
  ])
  func endsThatContradict(_ said: String, _ message: String) throws {
    let settings = said.split(separator: " ").flatMap { ["--set", String($0)] }
    let run = try Filter(
      ["correct", ledger, "--report", "青禾县-2022", "--quote", "37公里"] + settings, in: sandbox)
    #expect(run.ending == .exit(2))
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(access(ledger + "/corrections.tsv", F_OK) != 0, "a mistake writes nothing")
  }

  @Test(arguments: [
    ("value=38", "38公里,exact"), ("value=40 bound=at_most", "≤40公里,at_most"),
    ("bound=range lower=30 upper=40", "30–40公里,range"), ("bound=more_than", ">37公里,more_than"),
    ("lower=37 upper=37", "37公里,exact"),
  ])
  func endsThatAgree(_ said: String, _ shown: String) throws {
    let settings = said.split(separator: " ").flatMap { ["--set", String($0)] }
    let run = try Filter(
      ["correct", ledger, "--report", "青禾县-2022", "--quote", "37公里"] + settings, in: sandbox)
    #expect(run.ending == .exit(0), "\(run.errors)")
    #expect(try sandbox.ask(ledger, Self.pick + "select value, bound")[1] == shown)
  }

  /// What was said before counts too.
  @Test func endsThatContradictWhatWasSaid() throws {
    let fact = ["correct", ledger, "--report", "青禾县-2022", "--quote", "37公里", "--set"]
    let range = fact + ["bound=range", "--set", "lower=30", "--set", "upper=40"]
    #expect(try Filter(range, in: sandbox).ending == .exit(0))
    #expect(try Filter(fact + ["lower=41"], in: sandbox).ending == .exit(2))
    #expect(try Filter(fact + ["lower=35"], in: sandbox).ending == .exit(0))
    #expect(
      try sandbox.ask(ledger, Self.pick + "select value, bound")[1] == "35–40公里,range")
  }

  @Test func callsAreTakenBackOneByOne() throws {
    let fact = ["--report", "青禾县-2022", "--quote", "37公里"]
    for said in [["period=2023"], ["kind=other"], ["nature=actual", "--set", "role=level"]] {
      _ = try Filter(["correct", ledger] + fact + ["--set"] + said, in: sandbox)
    }
    #expect(try correct("--undo").lines.count == 2)
    #expect(try correct("--undo").output.contains("kind other"))
    #expect(try correct("--list").lines.count == 1)
  }

  @Test func theListForPrograms() throws {
    _ = try correct("--report", "青禾县-2022", "--quote", "37公里", "--set", "period=2023", "--by", "李")
    let run = try correct("--list", "--format", "jsonl")
    #expect(run.ending == .exit(0))
    #expect(run.lines.count == 1)
    #expect(
      run.output.hasPrefix(
        #"{"report":"青禾县-2022","prefix":"力争新修水渠","quote":"37公里","suffix":"。","field":"period","value":"2023","by":"李","date":"2"#
      ), "\(run.output)")
    #expect(run.output.hasSuffix(#""note":"","applied":true}"# + "\n"))
    #expect(try correct("--list", "--format", "json").ending == .exit(64))
    #expect(try correct("--undo", "--format", "jsonl").ending == .exit(64))
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
