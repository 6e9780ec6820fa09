import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

/// `fmt --lang`: the words of a script in one language, with the same answers.
@Suite struct TranslationTests {
  private static func put(_ text: String, into language: Language) -> String? {
    Printer.format(
      Translation.of(Source(text), into: language), Printer.Options(language: language, width: 200))
  }

  @Test(
    "Names are put into the other language where their meaning is known, and back",
    arguments: [
      ("projects | where count > 3", "项目 | 筛选 数量 > 3"),
      ("measures | where quantity > 3", "民生 | 筛选 数量 > 3"),
      // The column that `count` makes is no project's.
      ("projects | count | select count", "项目 | 计数 | 选取 计数"),
      ("projects | count | where count > 3", "项目 | 计数 | 筛选 计数 > 3"),
      (
        "projects | summarize count() by period | sort count desc",
        "项目 | 汇总 计数() 按 期间 | 排序 计数 降序"
      ),
      (
        "projects | summarize sum(investment) | select sum_investment",
        "项目 | 汇总 合计(投资) | 选取 投资合计"
      ),
      // A value is one of the enumeration beside it.
      ("indicators | where nature == actual", "指标 | 筛选 性质 == 实绩"),
      ("indicators | where force == achieved", "指标 | 筛选 力度 == 实绩"),
      ("param goal: nature = actual", "参数 goal: 性质 = 实绩"),
      ("facts | where role in (level, enumerator)", "事实 | 筛选 角色 属于 (总量, 计数)"),
      // Columns that operators make.
      (
        "projects | cite | select statement, line, page_line",
        "项目 | 出处 | 选取 语句, 行, 源页行"
      ),
      (
        "projects | describe | select column, type, `missing`",
        "项目 | 描述 | 选取 列, 类型, `缺失`"
      ),
      (
        "projects | track | where measure == count and status == met | sort gap",
        "项目 | 追踪 | 筛选 度量 == 个数 且 状态 == 达成 | 排序 差距"
      ),
      // Joined tables: each side's own, and of two alike the first.
      (
        "measures | join left projects on quantity == count, place | select period, period_2",
        "民生 | 关联 左联 项目 依据 数量 == 数量, 地区 | 选取 期间, 期间_2"
      ),
      (
        "indicators | join honours on place | select level, level_2",
        "指标 | 关联 荣誉 依据 地区 | 选取 总量, 层级_2"
      ),
      (
        "indicators | derive a = share_of(level) by place sort period | chart bar name, level = a",
        "指标 | 计算 a = 占比(总量) 按 地区 排序 期间 | 图表 条形 名称, level = a"
      ),
      // A function's body is told by its calls, and its name and parameters are the script's.
      (
        "def done(x) = x == actual; indicators | where done(nature)",
        "定义 done(x) = x == 实绩\n指标 | 筛选 done(性质)"
      ),
      ("let best = indicators; best | sort growth", "令 best = 指标\nbest | 排序 增速"),
      // What the script makes stays.
      ("projects | derive 率 = 1 | sort 率", "项目 | 计算 率 = 1 | 排序 率"),
      ("projects | summarize n = count() | sort n", "项目 | 汇总 n = 计数() | 排序 n"),
    ])
  func words(english: String, chinese: String) {
    let lines = english.replacing("; ", with: "\n") + "\n"
    #expect(Self.put(english, into: .chinese) == chinese + "\n")
    #expect(Self.put(chinese, into: .english) == lines)
    #expect(Self.put(english, into: .english) == lines)
  }

  @Test(
    "What only running would tell, or would come to mean something else, stays",
    arguments: [
      ("let 项目 = facts; projects | take 1", Language.chinese, "令 项目 = 事实\nprojects | 取 1"),
      ("民生 | 关联 项目 依据 数量", .english, "measures | join projects on 数量"),
      (
        "facts | pivot kind values value by place | sort place", .chinese,
        "事实 | 透视 类别 取值 数值 按 地区 | 排序 place"
      ),
      (
        "def f(x) = x == 实绩; 指标 | 筛选 f(性质) 且 f(力度)", .english,
        "def f(x) = x == 实绩\nindicators | where f(nature) and f(force)"
      ),
      (
        "reports | join facts on id == report | where level == role", .chinese,
        "报告 | 关联 事实 依据 编号 == 报告 | 筛选 层级 == 角色"
      ),
      ("projects | select nonesuch | sort name", .chinese, "项目 | 选取 nonesuch | 排序 name"),
    ] as [(String, Language, String)])
  func stays(text: String, language: Language, expected: String) {
    #expect(Self.put(text, into: language) == expected + "\n")
  }

  // MARK: Every query there is

  private static let corpus = [CorpusPhase.run, .check, .plan].flatMap {
    CorpusFile.paths($0.rawValue)
  }

  @Test("Rewritten queries of the corpus answer the same", arguments: corpus)
  func corpusAnswersTheSame(path: String) throws {
    let file = try #require(CorpusFile(path))
    let ledger = try file.ledger.map { Ledger(try CorpusLedger($0).rows) } ?? .bundled()
    for example in file.cases { try check(example.query, ledger) }
  }

  @Test("Rewritten examples answer the same", arguments: ExamplesTests.scripts)
  func examplesAnswerTheSame(script: String) throws {
    try check(try #require(RepositoryFiles.text("Examples/\(script)")), .bundled())
  }

  @Test("Rewritten sessions of the reference answer the same", arguments: DocumentationPage.catalog)
  func sessionsAnswerTheSame(page: DocumentationPage) throws {
    let ledger = try Ledger.bundled()
    for case .session(let exchanges) in page.pieces {
      let queries = exchanges.filter { !$0.isMistake }.map(\.query)
      try check(queries.joined(separator: ";\n"), ledger)
    }
  }

  private func check(_ query: String, _ ledger: Ledger) throws {
    guard ParsedScript.parse(Source(query)).diagnostics.isEmpty else { return }
    let before = Self.outcome(of: query, ledger)
    for (language, other) in [(Language.chinese, Language.english), (.english, .chinese)] {
      let there = try #require(Self.put(query, into: language))
      #expect(Self.outcome(of: there, ledger) == before, "\(query)\n→\n\(there)")
      #expect(Self.put(there, into: language) == there)
      let back = try #require(Self.put(there, into: other))
      let again = try #require(Self.put(back, into: language))
      #expect(again == there, "\(there)\n→\n\(back)\n→\n\(again)")
    }
  }

  /// The answers for programs, and the mistakes by code.
  private static func outcome(of query: String, _ ledger: Ledger) -> String {
    var session = Session(ledger: ledger)
    var text = ""
    do {
      try session.run(Source(query)) {
        $0.write(RenderOptions(format: .json, language: .english), to: &text)
      }
    } catch {
      text += error.diagnostics.map(\.code.rawValue).joined(separator: " ")
    }
    return text
  }
}
