import Glibc
import Testing

/// Scripts and reports that mean harm, or are merely broken.
@Suite struct HostileInputTests {
  /// A report of the tests' own with sequences that would rename the window, clear the screen and
  /// turn figures round: in a heading, in a name, and beside a figure.
  private static let report = """
    青河县政府工作报告
    2022年2月1日

    一、2021年工作\u{1B}[2J回顾
    水\u{1B}]0;taken\u{7}渠项目32个，完成投资\u{9B}31m3亿元。
    社会消费品零售总额\u{202E}增长6%\u{202C}。
    地区生产\u{1B}[5m总值增长7%。
    """

  private static let queries = [
    "facts", "facts | cite", "indicators | cite", "projects | cite", "measures", "reports",
    "facts | describe", "facts | summarize count() by section, subject",
  ]

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  @Test(arguments: ["table", "markdown"])
  func noControlOfAReportReachesATerminal(_ format: String) throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Self.report, to: "hostile.txt")
    let run = try Filter(
      ["-l", file, "--format", format] + Self.queries.flatMap { ["-c", $0] },
      in: sandbox
    )
    #expect(run.ending == .exit(0))
    #expect(run.output.contains("渠"), "the words are there")
    let controls = run.output.unicodeScalars.filter(Self.isControl)
    #expect(controls.isEmpty)
  }

  @Test func theReplShowsAndOffersNoneEither() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Self.report, to: "hostile.txt")
    let repl = try Conversation(["-l", file], in: sandbox)
    for query in Self.queries { try repl.ask(query) }
    try repl.type("facts | where subject == ")
    let row = repl.screen.absoluteRow
    try repl.press("\t")
    try repl.terminal.wait(for: "the line under a list") { screen in
      screen.absoluteRow > row && screen.currentRow.hasPrefix("dajuan> facts | where subject ==")
    }
    #expect(repl.screen.title == "")
    #expect(repl.screen.unknown.isEmpty)
    try repl.interrupt()
    #expect(try repl.ask("facts | count").last == "1 row")
  }

  @Test func theNameOfAFileIsNoBetterThanItsText() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(Self.report, to: "hostile\u{1B}]0;named\u{7}.txt")
    let repl = try Conversation(["-l", file], in: sandbox)
    try repl.ask("reports")
    #expect(repl.screen.title == "")
    let run = try Filter(["-l", file + "\u{1B}[2J", "-c", "facts"], in: sandbox)
    #expect(run.ending == .exit(3))
    let controls = run.errors.unicodeScalars.filter(Self.isControl)
    #expect(controls.isEmpty)
  }

  @Test func aMistakeInAHostileScriptIsShownHarmlessly() throws {
    let run = try Filter(input: "fats\u{1B}]0;taken\u{7} | count\nfacts | where \u{202E}x == 1\n")
    #expect(run.ending == .exit(2))
    #expect(run.output == "")
    let controls = run.errors.unicodeScalars.filter(Self.isControl)
    #expect(controls.isEmpty)
  }

  @Test(arguments: [
    "facts | count # \u{FF}", "facts | where text == \"\u{FF}\"", "\u{FF}\u{FE}",
  ])
  func bytesThatAreNoTextAreAMistake(_ pattern: String) throws {
    // ÿ and þ stand for the bytes FF and FE, which are never part of UTF-8.
    let bytes = pattern.unicodeScalars.map { UInt8($0.value) }
    let run = try Filter([], input: bytes, in: Sandbox())
    #expect(run.ending == .exit(2))
    #expect(run.output == "")
    #expect(run.errorLines.count { $0.hasPrefix("error[DJ") } == 1, "one cause, one diagnostic")
  }

  @Test func wordsOfAHostileScriptAreToldHarmlessly() throws {
    let sandbox = try Sandbox()
    let word = "\u{1B}]0;taken\u{7}"
    let file = try sandbox.write(
      ".\(word)\n.schema \(word)\n.set \(word)\n.help \(word)\n", to: "bad.dj")
    let repl = try Conversation(in: sandbox)
    let answer = try repl.ask(".read \(file)")
    #expect(answer.filter { $0.contains("␛]0;taken␇") }.count == 4, "\(answer)")
  }

  @Test func zerosInAScript() throws {
    let run = try Filter(input: "facts | count\u{0}\n")
    #expect(run.ending == .exit(2))
    #expect(run.output == "")
  }

  @Test func deepNestingIsAnErrorNotACrash() throws {
    let depth = 100_000
    for (open, close) in [("(", ")"), ("not ", ""), ("-", "")] {
      let query =
        "facts | derive x = " + String(repeating: open, count: depth) + "1"
        + String(repeating: close, count: depth) + "\n"
      let run = try Filter([], input: Array(query.utf8), in: Sandbox())
      #expect(run.ending == .exit(2), "\(open)")
      #expect(run.output == "")
    }
  }

  @Test func quotesInAReportStayInTheirCell() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.write(
      "一、2021年工作回顾\n“甲\"乙\"丙”工程建成12个。\n",
      to: "quoted.txt"
    )
    let run = try Filter(
      ["-l", file, "--format", "csv", "-c", "facts | select subject, value"],
      in: sandbox
    )
    #expect(run.lines.count == 2)
    #expect(run.lines[1].hasPrefix("\"") && run.lines[1].hasSuffix("\",12个"))
    #expect(run.lines[1].contains("乙\"\"丙"))
  }

  /// A text that no report is as long as is refused before it is taken apart.
  @Test func aTextLongerThanAnyReport() throws {
    let sandbox = try Sandbox()
    let sentence = Array("新修水渠37公里。\n".utf8)
    let file = try sandbox.write(
      bytes: Array(repeatElement(sentence, count: (16 << 20) / sentence.count + 1).joined()),
      to: "long.txt")
    let message =
      "dajuan: \(file): its text is longer than the 16 MB of one report; if it is several "
      + "reports, part it into a file for each\n"
    for arguments in [
      ["extract", file], ["-l", file, "-c", "facts"], ["ingest", file, "--into", sandbox / "l"],
    ] {
      let run = try Filter(arguments, in: sandbox)
      #expect(run.ending == .exit(3))
      #expect(run.errors == message)
    }
  }
}
