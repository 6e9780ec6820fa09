import Testing

@testable import DajuanTool

/// The Tab key, in both languages.
@Suite struct CompletionTests {
  struct Word: CustomTestStringConvertible, Sendable {
    let typed: String
    let completed: String
    var testDescription: String { "\(typed)⇥ → \(completed)" }

    init(_ typed: String, _ completed: String) {
      self.typed = typed
      self.completed = completed
    }
  }

  /// Types, presses Tab, and waits for what must then stand on the line.
  private func complete(_ words: [Word]) throws {
    let repl = try Conversation(in: Sandbox())
    for word in words {
      try repl.type(word.typed)
      try repl.press("\t")
      try repl.waitForLine(word.completed)
      // A blank follows a whole word, so that the next can be typed at once.
      let columns = Screen.columns(word.completed)
      try repl.terminal.wait(for: "the cursor behind “\(word.completed)”") { screen in
        screen.column == 8 + columns
      }
      try repl.interrupt()
    }
  }

  @Test func tables() throws {
    try complete([
      Word("indic", "indicators "), Word("指", "指标 "), Word("fa", "facts "), Word("项", "项目 "),
      Word("let x = meas", "let x = measures "),
    ])
  }

  @Test func operators() throws {
    try complete([
      Word("facts | wh", "facts | where "), Word("指标 ｜ 筛", "指标 ｜ 筛选 "),
      Word("指标｜汇", "指标｜汇总 "),
      Word(
        "facts | where kind == project | der",
        "facts | where kind == project | derive "
      ),
      Word("| so", "| sort "),
    ])
  }

  @Test func columns() throws {
    try complete([
      Word("projects | where inv", "projects | where investment "),
      Word("项目 ｜ 筛选 门", "项目 ｜ 筛选 门槛 "),
      Word(
        "projects | derive gap = total_investment - investment | sort ga",
        "projects | derive gap = total_investment - investment | sort gap "
      ),
      Word("项目 ｜ 选取 名称, 板", "项目 ｜ 选取 名称, 板块 "),
    ])
  }

  @Test func enumeratedValues() throws {
    try complete([
      Word("indicators | where nature == ta", "indicators | where nature == target "),
      Word("指标 ｜ 筛选 性质 == 目", "指标 ｜ 筛选 性质 == 目标 "),
      Word("facts | where kind == liv", "facts | where kind == livelihood "),
      Word("facts | where kind in (project, ind", "facts | where kind in (project, indicator "),
    ])
  }

  @Test func dotCommands() throws {
    try complete([
      Word(".he", ".help "), Word(".帮", ".帮助 "),
      Word(".schema pro", ".schema projects "), Word(".schema 民", ".schema 民生 "),
      Word(".mode mar", ".mode markdown "), Word(".格式 竖", ".格式 竖排 "),
      Word(".mode js", ".mode json"),
      Word(".help whe", ".help where "), Word(".help dj0301", ".help DJ0301 "),
      Word(".set row", ".set rows "), Word(".set rows ", ".set rows all "),
      Word(".explain plan facts | cou", ".explain plan facts | count "),
    ])
  }

  @Test func optionsOfIngest() throws {
    try complete([
      Word(".ingest a.md --in", ".ingest a.md --into "),
      Word(".收录 --dr", ".收录 --dry-run "),
      Word(".ingest a.md --format j", ".ingest a.md --format json "),
      Word(".ingest --lang z", ".ingest --lang zh "),
    ])
    let repl = try Conversation(in: Sandbox(), width: 80)
    for (command, gloss) in [(".ingest", "reads and tells"), (".收录", "只读只说")] {
      try repl.type(command + " --")
      try repl.press("\t")
      try repl.terminal.wait(for: "the options") { screen in
        IngestOption.allCases.allSatisfy { option in
          screen.transcript.contains { $0.hasPrefix(option.word + " ") }
        } && screen.transcript.contains { $0.hasPrefix("--dry-run") && $0.contains(gloss) }
      }
      try repl.interrupt()
    }
    #expect(repl.screen.wraps == 0)
  }

  /// What the parser knows and what completion and the Chinese help tell are the same.
  @Test func everyOptionOfIngestIsTold() throws {
    let help = try Filter("ingest", "--help", environment: ["COLUMNS": "1000"]).output
    for option in IngestOption.allCases {
      // What other commands take, too, is told in words that are theirs as well.
      let isShared = [.help, .format, .lang].contains(option)
      #expect(
        help.contains(option.word) && (isShared || help.contains(option.sentence)), "\(option)")
    }
    let told = help.split(whereSeparator: { !($0.isLetter || $0 == "-") })
      .filter { $0.hasPrefix("--") && $0.count > 2 }
    for word in told {
      let isKnown = IngestOption.allCases.contains { $0.word == word }
      #expect(isKnown || word == "--version", "\(word)")
    }
  }

  @Test func fileNames() throws {
    let sandbox = try Sandbox()
    try sandbox.write("一、2021年工作回顾\n修建公园3个。\n", to: "青河报告.txt")
    let repl = try Conversation(in: sandbox)
    try repl.type(".open " + (sandbox / "青"))
    try repl.press("\t")
    try repl.waitForLine(".open " + (sandbox / "青河报告.txt"))
    #expect(try repl.end().first?.hasSuffix(": 1 report, 1 fact") == true)
  }

  @Test func whatEachIsIsSaidInTheCommandsLanguage() throws {
    let sandbox = try Sandbox()
    try sandbox.write("x", to: "one.md")
    try sandbox.makeFolder("ones")
    let repl = try Conversation(in: sandbox)
    for (command, kinds) in [(".open ", ["file", "folder"]), (".打开 ", ["文件", "文件夹"])] {
      try repl.type(command + (sandbox / "one"))
      try repl.press("\t")
      try repl.terminal.wait(for: "\(kinds)") { screen in
        zip(["one.md", "ones/"], kinds).allSatisfy { name, kind in
          screen.transcript.contains { row in
            let words = row.split(separator: " ")
            return zip(words, words.dropFirst()).contains { $0.hasSuffix(name) && $1 == kind }
          }
        }
      }
      try repl.interrupt()
    }
  }

  @Test func severalAreListedUnderTheLine() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("facts | s")
    let row = repl.screen.absoluteRow
    try repl.press("\t")
    try repl.terminal.wait(for: "the line under a list") { screen in
      screen.absoluteRow > row && screen.currentRow == "dajuan> facts | s"
    }
    let listed = repl.screen.transcript[(row + 1)..<repl.screen.absoluteRow]
    #expect(
      listed.map { $0.prefix { $0 != " " } }
        == ["select", "sort", "skip", "summarize"].map { $0[...] }
    )
    #expect(listed.allSatisfy { $0.contains("operator") }, "with what each is")
    // The line goes on where it was.
    try repl.type("u")
    try repl.press("\t")
    try repl.waitForLine("facts | summarize ")
  }

  @Test func theListSpeaksTheLanguageOfTheLine() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("指标 ｜ ")
    let row = repl.screen.absoluteRow
    try repl.press("\t")
    try repl.terminal.wait(for: "the line under a list") { screen in
      screen.absoluteRow > row && screen.currentRow == "dajuan> 指标 ｜"
    }
    let listed = repl.screen.transcript[(row + 1)..<repl.screen.absoluteRow]
    for word in ["筛选", "选取", "排序", "汇总", "出处"] {
      #expect(listed.contains { $0.hasPrefix(word + " ") })
    }
    #expect(!listed.contains { $0.hasPrefix("where") })
    #expect(repl.screen.column == 8 + Screen.columns("指标 ｜ "))
  }

  @Test func valuesAreListedAfterAComparison() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("facts | where nature == ")
    let row = repl.screen.absoluteRow
    try repl.press("\t")
    try repl.terminal.wait(for: "the line under a list") { screen in
      screen.absoluteRow > row && screen.currentRow == "dajuan> facts | where nature =="
    }
    let listed = repl.screen.transcript[(row + 1)..<repl.screen.absoluteRow]
    #expect(listed.prefix(2).map { $0.prefix { $0 != " " } } == ["actual", "target"])
  }

  @Test func inTheMiddleOfALineTheRestStays() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("项目 ｜  投资")
    try repl.press("\u{1B}[D\u{1B}[D\u{1B}[D排\t")
    try repl.waitForLine("项目 ｜ 排序 投资")
    #expect(try repl.end().contains { $0.contains("投资") })
  }

  @Test func behindTheLastArgumentOfACommandThereIsNothing() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type(".set rows all ")
    try repl.press("\t\t")
    try repl.type("x")
  }

  @Test func theListBehindACommandSpeaksItsLanguage() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type(".设置 ")
    try repl.press("\t")
    try repl.terminal.wait(for: "the settings") { screen in
      screen.transcript.contains { $0.hasPrefix("格式") && $0.contains("答案的格式") }
    }
    try repl.interrupt()
    try repl.type(".设置 计时 ")
    try repl.press("\t")
    try repl.terminal.wait(for: "the values") { screen in
      screen.transcript.contains { $0.contains("开") && $0.contains("关") }
    }
  }

  @Test func nothingFitsRingsTheBell() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("facts | zzz")
    let bells = repl.screen.bells
    try repl.press("\t")
    try repl.terminal.wait(for: "the bell") { $0.bells > bells }
    #expect(repl.screen.currentRow == "dajuan> facts | zzz")
  }
}
