import Testing

/// What Tab lists, on screens of several widths and in both languages.
@Suite struct CandidateListTests {
  struct List: CustomTestStringConvertible, Sendable {
    let line: String
    let screen: String
    var arguments: [String] = []
    var testDescription: String { screen }
  }

  static let lists = [
    List(line: "projects | ", screen: "tab-operators"),
    List(line: "项目 ｜ ", screen: "tab-operators-zh"),
    List(line: "indicators | where name == ", screen: "tab-values"),
    List(line: "指标 ｜ 筛选 名称 ＝ ", screen: "tab-values-zh"),
    List(line: "projects | where investment > 5", screen: "tab-units"),
    List(line: "projects | summarize s", screen: "tab-aggregates"),
    List(line: ".", screen: "tab-commands"),
    List(line: ".", screen: "tab-commands-zh", arguments: ["--lang", "zh"]),
  ]

  @Test(arguments: lists, [80, 20]) func fitsTheScreen(list: List, width: Int) throws {
    let repl = try Conversation(list.arguments, in: Sandbox(), width: width, height: 24)
    try repl.type(list.line)
    let row = repl.screen.absoluteRow
    try repl.press("\t")
    try repl.terminal.wait(for: "the line under a list") { screen in
      screen.absoluteRow > row + 1
        && screen.currentRow.hasSuffix(list.line.split(separator: " ").last.map(String.init) ?? "")
    }
    let listed = repl.screen.transcript[(row + 1)..<repl.screen.absoluteRow]
    #expect(listed.allSatisfy { Screen.columns($0) <= width })
    try repl.screen.expect("\(list.screen)-\(width)")
    #expect(repl.screen.unknown.isEmpty)
  }

  @Test func theNextTabShowsTheNextPage() throws {
    let repl = try Conversation(in: Sandbox(), width: 60, height: 12)
    try repl.type("facts | where ")
    var seen: Set<Substring> = []
    for page in 1...3 {
      let row = repl.screen.absoluteRow
      try repl.press("\t")
      try repl.terminal.wait(for: "page \(page)") { screen in
        screen.absoluteRow > row + 8 && screen.currentRow == "dajuan> facts | where"
      }
      let listed = repl.screen.transcript[(row + 1)..<repl.screen.absoluteRow]
      #expect(listed.count == 10 && listed.last?.hasPrefix("… +") == true)
      let words = listed.dropLast().map { $0.prefix { $0 != " " } }
      #expect(seen.isDisjoint(with: words), "each page has others")
      seen.formUnion(words)
    }
    #expect(seen.contains("place") && seen.contains("report"))
    // What was typed is still there, and goes on.
    try repl.type("nat")
    try repl.press("\t")
    try repl.waitForLine("facts | where nature ")
  }

  @Test func lettersStandForChinese() throws {
    let repl = try Conversation(in: Sandbox())
    for (typed, completed) in [
      ("指标 ｜ 筛选 名称 ＝ dqs", "指标 ｜ 筛选 名称 ＝ \"地区生产总值\" "),
      ("indicators | where name == dqs", "indicators | where name == \"地区生产总值\" "),
      ("xm", "项目 "), ("指标 ｜ where", "指标 ｜ 筛选 "), ("项目 ｜ 排序 ztz", "项目 ｜ 排序 总投资 "),
      (".bz", ".帮助 "), (".set fy", ".set 分页 "),
    ] {
      try repl.type(typed)
      try repl.press("\t")
      try repl.waitForLine(completed)
      try repl.interrupt()
    }
  }

  @Test func theRestOfAWordGoesIntoIt() throws {
    let repl = try Conversation(in: Sandbox())
    try repl.type("fats | count")
    // Behind `fa`, before `ts | count`, where the word lacks a letter.
    try repl.press("\u{1}\u{1B}[C\u{1B}[Cc\t")
    try repl.waitForLine("facts | count")
    #expect(try repl.end().last == "1 row")
  }

  @Test func pathsGoOnAndAreQuotedWhereTheyMustBe() throws {
    let sandbox = try Sandbox()
    sandbox.makeFolders("my reports")
    sandbox.makeFolders("plain")
    for path in ["my reports/2021.md", "my reports/2022.md", "plain/one.md"] {
      try sandbox.write("一、2021年工作回顾\n修建公园3个。\n", to: path)
    }
    let repl = try Conversation(in: sandbox, environment: ["HOME": sandbox.path])
    let root = sandbox.path
    func complete(_ typed: String, _ completed: String) throws {
      try repl.type(typed)
      try repl.press("\t")
      try repl.waitForLine(completed)
    }
    try complete(".open ~/pl", ".open ~/plain/")
    try repl.press("\t")
    try repl.waitForLine(".open ~/plain/one.md")
    #expect(try repl.end().first?.contains("1 report") == true)
    try complete(".open \(root)/my", ".open \"\(root)/my reports/")
    try repl.press("\t")
    try repl.waitForLine(".open \"\(root)/my reports/202")
    try repl.type("2")
    try repl.press("\t")
    try repl.waitForLine(".open \"\(root)/my reports/2022.md\"")
    #expect(try repl.end().first?.contains("1 report") == true)
  }
}
