import Glibc
import Testing

/// `.ingest`, `.open`, `.ledger` and `.cite`: work on ledgers from inside.
@Suite struct LedgerCommandTests {
  @Test func aStrangersReportsBecomeALedgerInOneCommand() throws {
    let sandbox = try Sandbox()
    let first = try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    let second = try sandbox.write(Reports.text("青禾县", 2023, growth: "8.1%"), to: "b c.md")
    let ledger = sandbox / "mine"
    let repl = try Conversation(in: sandbox, width: 200)
    let refused = try repl.ask(".ingest \(first)")
    #expect(
      refused == ["what is open is no ledger's folder; name one: .ingest \(first) --into mine"])
    #expect(try repl.ask(".ingest \(first) --itno x").first?.contains("--itno") == true)
    #expect(
      try repl.ask(".ingest \(first) --itno x").allSatisfy { !$0.contains("name one") },
      "a wrong option is told before a ledger is asked for")
    let missing = sandbox / "no.md"
    let answer = try repl.ask(".ingest \(first) \"\(second)\" \(missing) --into \(ledger)")
    #expect(answer.first == "failed  \(missing): No such file or directory")
    #expect(answer.contains { $0.hasPrefix("added  青禾县-2023") })
    #expect(answer.contains("2 added, 1 failed; 12 facts"))
    #expect(answer.last == "opened \(ledger): 2 reports, 12 facts")
    #expect(try repl.ask("reports | count").contains { $0.trimmed == "2" })
    // One more, into what is open, told in Chinese.
    let third = try sandbox.write(Reports.text("青禾县", 2024), to: "d.md")
    #expect(try repl.ask(".收录 \(third)").last == "已打开\(ledger)：3 份报告，18 个事实")
    #expect(try repl.ask(".ingest \(third)").contains("1 already there; 0 facts"))
    #expect(try repl.ask(".ingest \(third) --dry-run").last?.contains("a dry run") == true)
    #expect(try repl.ask(".ingest --colour \(third)").first?.contains("--colour") == true)
    #expect(try sandbox.ask(ledger, "reports | count") == ["count", "3"])
  }

  @Test func whatIngestTakesIsShown() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(in: sandbox, height: 100)
    #expect(try repl.ask(".ingest --help").first?.hasPrefix("OVERVIEW: ") == true)
    let help = try repl.ask(".ingest a.md --into l --help")
    #expect(help.first?.hasPrefix("OVERVIEW: ") == true)
    #expect(help.contains { $0.trimmed.hasPrefix("--into <ledger>") })
    #expect(!help.contains { $0.contains("␊") })
    #expect(
      try repl.ask(".ingest a.md --into")
        == ["Missing value for '--into <ledger>'; .ingest --help tells what it takes"])
  }

  @Test func ingestSpeaksTheLanguageOfTheCommand() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    let poem = try sandbox.write("春眠不觉晓，处处闻啼鸟。\n", to: "poem.txt")
    let missing = sandbox / "no.md"
    let ledger = sandbox / "mine"
    let repl = try Conversation(in: sandbox, width: 200)
    let plan = try repl.ask(".收录 \(file) --into \(ledger) --dry-run")
    #expect(plan.last == "收录 1；6 个事实；试运行：什么也没有写")
    let answer = try repl.ask(".收录 \(missing) \(file) \(poem) --into \(ledger)")
    #expect(answer.first == "失败  \(missing)：没有这个文件或文件夹")
    #expect(answer.contains("收录  青禾县-2022  \(file)"))
    #expect(answer.contains { $0.hasPrefix("  6 个事实：") && $0.contains("；行：指标 ") })
    #expect(answer.contains { $0.hasPrefix("未收") && $0.hasSuffix(poem) })
    #expect(answer.contains("收录 1，未收 1，失败 1；6 个事实"))
    #expect(answer.allSatisfy { !$0.contains("fact") && !$0.contains("work report") })
    // The words of the command line ask for another.
    #expect(try repl.ask(".收录 \(file) --lang en").contains("1 already there; 0 facts"))
    #expect(try repl.ask(".ingest \(file) --lang zh").contains("已有 1；0 个事实"))
    #expect(try repl.ask(".收录 --itno x \(file)") == ["没有选项 --itno，是不是 --into？用法见 .收录 --help"])
    #expect(try repl.ask(".收录 \(file) --into") == ["--into 后面要写明文件夹；用法见 .收录 --help"])
    #expect(try repl.ask(".收录 \(file) --format csv").first?.hasPrefix("--format 不能是 csv") == true)
    for (words, problem) in [
      ("--year 去年", "--year 要写 1 到 9999 的整数，不能是 去年"), ("--year=0", "--year 要写 1 到 9999 的整数，不能是 0"),
      ("--jobs 0", "--jobs 要写 1 到 256 的整数，不能是 0"), ("-j0", "--jobs 要写 1 到 256 的整数，不能是 0"),
      ("--place --quiet", "--place 后面要写明地方"),
    ] {
      #expect(try repl.ask(".收录 \(file) \(words)") == [problem + "；用法见 .收录 --help"])
    }
    let help = try repl.ask(".收录 --help")
    #expect(help.first?.hasPrefix("把报告收进台账") == true)
    #expect(help.contains { $0.hasPrefix("--dry-run") && $0.hasSuffix("只读只说，什么也不写") })
  }

  @Test func theChineseHelpFitsANarrowWindow() throws {
    let repl = try Conversation(in: Sandbox(), width: 48, height: 60)
    let help = try repl.ask(".收录 --help")
    let option = try #require(help.firstIndex { $0.hasPrefix("--year") })
    #expect(help[option + 1].hasPrefix(String(repeating: " ", count: 23)), "under the last column")
    #expect(!help.contains { $0.hasPrefix("；") || $0.hasPrefix("，") })
  }

  @Test func theShellSpeaksChineseWhereAsked() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    let missing = sandbox / "no.md"
    func ingest(_ arguments: String..., environment: [String: String] = [:]) throws -> Filter {
      try Filter(
        ["ingest", file, missing, "--into", sandbox / "l"] + arguments, in: sandbox,
        environment: environment)
    }
    let chinese = try ingest("--lang", "zh")
    #expect(chinese.lines.last == "收录 1，失败 1；6 个事实")
    #expect(chinese.errors == "dajuan: \(missing)：没有这个文件或文件夹\n")
    #expect(chinese.ending == .exit(3))
    let asLocale = try ingest(environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(asLocale.lines.last == "已有 1，失败 1；0 个事实")
    // A program reads the same words in any language.
    let json = try ingest("--lang", "zh", "--format", "json")
    #expect(json.output.contains("\"known\":1") && json.output.contains("No such file"))
  }

  @Test func whereNothingIsTakenInTheLedgerStays() throws {
    let sandbox = try Sandbox()
    let repl = try Conversation(in: sandbox, width: 200)
    let answer = try repl.ask(".ingest \(sandbox / "no.md") --into \(sandbox / "mine")")
    #expect(answer.last == "nothing was taken in; what is open stays open")
    #expect(try repl.ask("facts | count").contains { $0.trimmed == "51" })
    let file = try sandbox.write("x", to: "x")
    let failed = try repl.ask(".ingest \(file) --into \(file)")
    #expect(failed.last?.hasPrefix(file) == true, "it is no folder")
    #expect(try repl.ask("facts | count").contains { $0.trimmed == "51" })
  }

  @Test func ctrlCKeepsTheReportsThatAreWhole() throws {
    let sandbox = try Sandbox()
    let quick = try sandbox.write(Reports.text("青禾县", 2022), to: "a.md")
    let endless = try sandbox.write("%PDF-1.4\n", to: "b.pdf")
    let programs = try sandbox.writeProgram("pdftotext", "exec sleep 600")
    let repl = try Conversation(
      in: sandbox, environment: ["PATH": programs + ":/usr/bin:/bin"], width: 100)
    let row = repl.screen.absoluteRow
    try repl.type(".ingest \(quick) \(endless) --into \(sandbox / "mine")")
    try repl.press("\r")
    try repl.terminal.wait(for: "the bar") { $0.currentRow.contains("1/2") }
    try repl.press("\u{3}")
    try repl.waitForPrompt(below: row + 1)
    let shown = repl.screen.transcript
    #expect(shown.contains("1 added; 6 facts; interrupted: 1 file not read"))
    #expect(shown.contains("opened \(sandbox / "mine"): 1 report, 6 facts"))
    #expect(try repl.ask("facts | count").last == "1 row", "the conversation goes on")
    #expect(try repl.leave() == .exit(0))
  }

  @Test func openTakesBlanksAndHome() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Reports.text("青禾县", 2022), to: "home/my report.md")
    let repl = try Conversation(in: sandbox, width: 200)
    let path = sandbox / "home/my report.md"
    #expect(try repl.ask(".open ~/my report.md") == ["opened \(path): 1 report, 6 facts"])
    #expect(try repl.ask(".打开 \"~/my report.md\"") == ["已打开\(path)：1 份报告，6 个事实"])
    #expect(try repl.ask(".open") == ["opened the bundled report: 1 report, 51 facts"])
  }

  @Test func theLedgerInFigures() throws {
    let sandbox = try Sandbox()
    let ledger = try sandbox.makeLedger()
    let repl = try Conversation(in: sandbox, width: 80, height: 24)
    let bundled = try repl.ask(".ledger")
    #expect(bundled.first == "open      the bundled report")
    #expect(bundled.contains("reports   1") && bundled.contains("tables    in memory"))
    try repl.screen.expect("ledger")
    try repl.ask(".open \(ledger)")
    let lines = try repl.ask(".ledger")
    #expect(lines.contains("tables       mapped from its files"))
    #expect(lines.contains("corrections  none") && lines.contains("periods      2021–2023"))
    #expect(lines.contains { $0.hasPrefix("on disk") && $0.hasSuffix("kB") })
    #expect(lines.last == "青禾县-2023  青禾县  2023  6 facts")
    let fact = ["correct", ledger, "--report", "青禾县-2022", "--quote", "37公里"]
    let corrected = try Filter(fact + ["--set", "value=38"], in: sandbox)
    #expect(corrected.ending == .exit(0))
    #expect(
      try repl.ask(".台账").contains { $0.hasPrefix("更正") && $0.hasSuffix("1 处，涉及 1 个事实") })
    sandbox.removeFolder("ledger/tables")
    #expect(try repl.ask(".ledger").contains { $0.hasPrefix("tables       read from the texts") })
  }

  @Test func aLongListOfReportsIsCut() throws {
    let sandbox = try Sandbox()
    var files: [String] = []
    for year in 2000..<2030 {
      files.append(try sandbox.write(Reports.text("青禾县", year), to: "\(year).md"))
    }
    let repl = try Conversation(files.flatMap { ["-l", $0] }, in: sandbox, width: 80, height: 24)
    let lines = try repl.ask(".ledger")
    #expect(lines.count <= 23)
    #expect(lines.last?.hasPrefix("… and ") == true)
  }

  @Test func hostileWordsOfAReportCannotReachTheTerminal() throws {
    let sandbox = try Sandbox()
    let text = Reports.text("青禾县", 2022).replacing(
      "新修水渠37公里", with: "新修\u{202E}\u{1B}[31m水渠37公里")
    let file = try sandbox.write(text, to: "a.md")
    let repl = try Conversation(["-l", file], in: sandbox, width: 120)
    try repl.ask("facts | where value == 37公里")
    let colours = repl.screen.colours
    let lines = try repl.ask(".cite 1")
    #expect(lines.contains { $0.contains("[31m水渠37公里") })
    #expect(lines.allSatisfy { !$0.unicodeScalars.contains("\u{202E}") })
    #expect(repl.screen.colours <= colours + 6, "only the mark and the prompt are coloured")
  }
}
