import Dajuan
import DajuanLedger
import DajuanSyntax
import TerminalText
import Testing

@testable import DajuanTool

/// What `.help` says: of every word, in both languages, with examples that run.
@Suite struct HelpTests {
  private static func help(_ language: Language) throws -> Help {
    Help(language: language, session: Session(ledger: try .bundled()))
  }

  private static func run(_ query: String) throws {
    var session = Session(ledger: try .bundled())
    do {
      try session.run(Source(query), warn: { Issue.record("\(query): \($0)") }) { _ in }
    } catch {
      Issue.record("\(query): \(error.text(language: .english))")
    }
  }

  @Test(arguments: Language.allCases)
  func everyExampleOfAWordRuns(language: Language) throws {
    let help = try Self.help(language)
    for entry in Vocabulary.entries {
      let example = try #require(
        help.page(on: entry).example, "\(entry.category) \(entry.english)")
      try Self.run(example)
    }
  }

  @Test(arguments: Language.allCases)
  func everyExampleOfATopicRuns(language: Language) throws {
    let help = try Self.help(language)
    for example in HelpTopic.allCases.flatMap(\.examples) { try Self.run(help.worded(example)) }
  }

  @Test func everyUnitHasAPageWhoseExampleRuns() throws {
    let help = try Self.help(.chinese)
    for spelling in Unit.spellings + ["亿元", "万人", "万平方米", "元/人"] where !spelling.isEmpty {
      if Vocabulary.entry(spelled: spelling, in: .unit) != nil { continue }
      let page = try #require(help.unitPages(spelling, []).first, "\(spelling)")
      if let example = page.example { try Self.run(example) }
    }
  }

  @Test func everyWordHasAPageAndFitsTheScreen() throws {
    for language in Language.allCases {
      let help = try Self.help(language)
      for word in Help.words + [""] {
        let text = help.text(on: word)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(!text.contains("there is no help") && !text.contains("没有关于"), "\(word)")
        #expect(lines.count <= 23, "\(word)")
        for line in lines { #expect(DisplayWidth.of(line) <= 80, "\(word): \(line)") }
      }
    }
  }

  @Test func pagesOfTheReferenceAreThere() throws {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let pages = Set(
      Vocabulary.entries.compactMap(HelpReference.page)
        + HelpTopic.allCases.compactMap(\.reference))
    for page in pages {
      let text = try Sandbox.read("/\(folder)/Sources/Dajuan/Dajuan.docc/\(page).md")
      let words = Vocabulary.entries.filter {
        HelpReference.page(of: $0) == page && $0.category == .operator
      }
      for word in words { #expect(text.contains("\(word.english) \(word.chinese)"), "\(page)") }
    }
  }

  @Test func topicsAreFoundInBothLanguages() throws {
    let help = try Self.help(.english)
    for word in ["bounds", "界", "missing", "缺失", "units", "量词", "单位", "periods", "期间"] {
      #expect(help.text(on: word).contains("(topic)"), "\(word)")
    }
    for word in ["keys", "按键", "charts", "output", "输出", "ledgers", "台账"] {
      #expect(help.text(on: word).contains("(topic)"), "\(word)")
    }
  }

  @Test func whatTheSessionHasNamedHasAPage() throws {
    var session = Session(ledger: try .bundled())
    try session.run(
      Source(
        "param year: period = 2021; def rate(a, b) = a / b; let done = projects | select name; "
          + "let much = 5亿元")
    ) { _ in }
    let help = Help(language: .english, session: session)
    #expect(help.text(on: "rate") == "rate(a, b) = a / b")
    #expect(help.text(on: "$year").hasPrefix("param year: period = 2021"))
    #expect(help.text(on: "done") == "let done: a query; its columns: name")
    #expect(help.text(on: "much") == "let much: a value, a quantity in 元")
    #expect(help.text(on: "raet").contains("did you mean"))
  }

  @Test(arguments: Language.allCases, [20, 40, 80])
  func nothingIsCutOnANarrowScreen(language: Language, width: Int) throws {
    let session = Session(ledger: try .bundled())
    let wide = Help(language: language, session: session, width: 200)
    let narrow = Help(language: language, session: session, width: width)
    for topic in [nil, "commands", "keys", "ledgers", "operators"] {
      let text = narrow.text(on: topic)
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(line) <= width, "\(line)")
      }
      let (all, shown) = (wide.text(on: topic), text)
      #expect(shown.filter { !$0.isWhitespace } == all.filter { !$0.isWhitespace })
      // English words are not broken.
      let fits = { (word: Substring) in word.unicodeScalars.count <= width - 10 }
      let words = all.split(whereSeparator: \.isWhitespace).filter {
        $0.utf8.allSatisfy { $0 < 128 }
      }
      let whole = Set(shown.split(whereSeparator: \.isWhitespace))
      for word in words where fits(word) { #expect(whole.contains(word), "\(word)") }
    }
  }

  @Test func wordsOfAShownQueryAreKeptWhole() {
    let query = "项目 ｜ 筛选 投资 ≥ １００亿元 ｜ 选取 名称，投资，period ｜ 排序 投资 降序"
    for width in [24, 40, 80] {
      let words = query.split(separator: " ").flatMap { $0.split(separator: "，") }
      let shown = ShownQuery.text(query, width: width)
      let whole = Set(shown.split { $0.isWhitespace || $0 == "，" })
      for word in words { #expect(whole.contains(word), "\(width): \(word)") }
    }
  }

  @Test func inTheRepl() throws {
    let repl = try Conversation(in: Sandbox(), width: 80, height: 24)
    try repl.ask(".help")
    try repl.screen.expect("help")
    try repl.ask(".帮助")
    try repl.screen.expect("help-zh")
    try repl.ask(".help where")
    try repl.ask(".help 亿元")
    try repl.screen.expect("help-where")
    #expect(try repl.ask(".help dj0301").first == "error[DJ0301]: … and … cannot be compared")
    #expect(try repl.ask(".帮助 DJ0301").first?.hasPrefix("错误[DJ0301]") == true)
    #expect(
      try repl.ask(".help wher") == ["there is no help on wher; did you mean where?"])
    #expect(
      try repl.ask(".帮助 龘龘龘龘龘龘") == ["没有关于 龘龘龘龘龘龘 的帮助；.帮助 主题 列出各主题"])
    #expect(repl.screen.unknown.isEmpty)
  }
}
