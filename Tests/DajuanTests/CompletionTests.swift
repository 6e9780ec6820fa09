import DajuanLedger
import DajuanSyntax
import Testing

@testable import Dajuan

@Suite struct CompletionTests {
  private let session: Session

  init() throws { session = Session(ledger: try .bundled()) }

  /// The candidates where `^` stands.
  private func candidates(_ text: String) -> [String] {
    let parts = text.split(separator: "^", maxSplits: 1, omittingEmptySubsequences: false)
    let typed = parts.joined()
    return session.candidates(in: typed, at: parts[0].unicodeScalars.count).candidates.map(\.text)
  }

  @Test(arguments: [
    ("indic^", ["indicators"]), ("指^", ["指标"]), ("projects | wh^", ["where"]),
    ("项目 ｜ 筛^", ["筛选"]), ("projects | sort inv^", ["investment"]), ("项目 | 排序 总^", ["总投资"]),
    ("indicators | where nature == ta^", ["target"]), ("指标 | 筛选 性质 == 目^", ["目标"]),
    ("indicators | where nature in (actual, ta^", ["target"]),
    ("projects | summarize total = sum(investment) | sort to^", ["total"]),
    ("projects | sort investment de^", ["desc"]), ("let x = proj^", ["projects"]),
    ("let done = projects | take 3\ndo^", ["done"]),
    ("let done = projects | select n = name\ndone | sort n^", ["n", "number"]),
    ("projects | derive r = completed / count to 公^", ["公里", "公顷"]),
    ("projects | derive r = investment to 公^", []),
    ("indicators | tr^", ["track"]), ("指标 ｜ 追^", ["追踪"]), ("indicators | track ^", []),
    ("indicators | track | where status == m^", ["met", "missed", "measure"]),
    ("指标 | 追踪 | 筛选 状态 == 未^", ["未达"]), ("indicators | track | sort ga^", ["gap"]),
    ("projects | join ho^", ["honours"]), ("projects | join an^", ["anti"]),
    ("项目 | 关联 左^", ["左联"]), ("项目 | 关联 左联 荣^", ["荣誉"]),
    ("projects | join left honours ^", ["on"]), ("项目 | 关联 荣誉 依^", ["依据"]),
    ("projects | join honours on pl^", ["place"]),
    ("projects | join honours on area == na^", ["name"]),
    ("projects | join (honours | select who = name) on name == w^", ["who"]),
    ("projects | join (honours | where lev^", ["level"]),
    ("projects | join (honours | where level == nati^", ["national"]),
    ("projects | join (hon^", ["honours"]), ("projects | union honours, (hon^", ["honours"]),
    ("projects | union ind^", ["indicators"]), ("项目 | 合并 荣誉, 指^", ["指标"]),
    ("projects | join honours on place | sort level^", ["level"]),
    ("indicators | join honours on place | sort level^", ["level", "level_2"]),
    ("projects | pivot per^", ["period"]), ("projects | pivot period ^", ["values"]),
    ("项目 | 透视 期间 ^", ["取值"]), ("projects | pivot period values inv^", ["investment"]),
    ("projects | pivot period values investment ^", ["by"]),
    ("projects | pivot period values investment by na^", ["name", "nature"]),
    ("projects | pivot period values investment by name | sort `20^", ["`2021`", "`2022`"]),
    ("indicators | pivot nature values growth by name | sort tar^", ["target"]),
    ("指标 | 透视 性质 取值 增速 按 名称 | 排序 目^", ["目标"]),
    (
      "let p = projects | pivot period values investment by name\np | select `^",
      ["`2021`", "`2022`"]
    ),
    ("projects | chart ^", ["bar", "line", "spark"]), ("项目 | 图表 折^", ["折线"]),
    ("projects | chart bar na^", ["name", "nature"]), ("projects | ass^", ["assert"]),
    ("projects | assert investment is pre^", ["present"]),
    ("projects | derive x = row_^", ["row_number"]), ("项目 | 计算 x = 累^", ["累计"]),
    ("projects | where row_^", []), ("projects | derive x = rank() sor^", ["sort"]),
    ("projects | derive x = rank() by are^", ["area"]),
    ("projects | derive x = rank() sort investment de^", ["desc"]),
    ("de^", ["def"]), ("参^", ["参数"]), ("param year: per^", ["period", "percent"]),
    ("参数 年份：期^", ["期间"]), ("param goal: 亩^", ["亩"]),
    ("def rate(part, whole) = pa^", ["part"]), ("def rate(part, whole) = part / who^", ["whole"]),
    ("def rate(a, b) = a / b\nprojects | derive x = rat^", ["rate"]),
    ("param goal: 亿元\nprojects | where investment > go^", ["goal"]),
    ("param goal: 亿元\nprojects | where investment > $go^", ["$goal"]),
    ("let least = 5亿元\ndef over(x) = x > $le^", ["$least"]),
    ("nothing | sort inv^", []), ("honours | where name == \"中^", ["\"中华慈善大奖\""]),
  ])
  func completes(text: String, expected: [String]) {
    #expect(candidates(text) == expected)
  }

  @Test func offersEverythingThatFits() {
    #expect(
      candidates("^").prefix(6) == [
        "reports", "facts", "indicators", "projects", "measures", "honours",
      ])
    #expect(candidates("facts | ^").contains("summarize"))
    #expect(candidates("事实 | ^").contains("汇总"))
    #expect(candidates("indicators | where nature == ^").prefix(2) == ["actual", "target"])
    #expect(candidates("projects | summarize ^").contains("sum"))
    #expect(!candidates("projects | where ^").contains("sum"))
    #expect(candidates("measures | where category == ^").first?.hasPrefix("\"") == true)
  }

  @Test func columnsThatBothSidesHaveComeFirst() {
    #expect(
      candidates("projects | join honours on ^").prefix(4) == ["place", "name", "period", "area"])
    #expect(
      candidates("项目 | 关联 荣誉 依据 地区, ^").prefix(3) == ["地区", "名称", "期间"])
    #expect(
      candidates("projects | join ^").prefix(5) == ["inner", "left", "semi", "anti", "reports"])
    #expect(
      candidates("projects | pivot period values investment by name | select ^").prefix(3)
        == ["name", "`2021`", "`2022`"])
  }

  @Test(arguments: [
    // Units of the dimension of what is compared, added to or converted.
    ("projects | where investment > 5^", ["亿元", "万元", "yuan"]),
    ("projects | where investment > 5 ^", ["亿元", "万元", "yuan"]),
    ("项目 | 筛选 投资 > 5^", ["亿元", "万元", "元"]),
    ("projects | where investment in (5亿元, 6^", ["亿元", "万元", "yuan"]),
    ("projects | where investment + 5^", ["亿元", "万元", "yuan"]),
    ("projects | derive x = investment to ^", ["亿元", "万元", "yuan"]),
    ("indicators | where growth >= 5^", ["%"]), ("indicators | where growth >= 5 ^", ["%"]),
    ("measures | where beneficiaries > 5^", ["people", "万人"]),
    ("param goal: 万^", ["万元", "万亿元", "万个"]),
  ])
  func offersUnitsThatFit(text: String, first: [String]) {
    let found = candidates(text)
    #expect(Array(found.prefix(first.count)) == first)
  }

  @Test func unitsOfAnotherDimensionAreLeftOut() {
    #expect(
      !candidates("projects | where investment > 5^").contains { ["%", "km", "个"].contains($0) })
    #expect(candidates("projects | where investment > 5k^").isEmpty)
    #expect(candidates("projects | where investment > 5亿^") == ["亿元"])
    #expect(candidates("projects | where name == 5^").isEmpty)
    #expect(candidates("projects | take 5^").isEmpty)
    #expect(candidates("projects | take 5 ^") == ["by", "to"])
  }

  @Test(arguments: [
    ("dq^", ["地区"]), ("diqu^", ["地区"]), ("zb^", ["指标"]), ("zhibiao^", ["指标"]),
  ])
  func pinyinStandsForWords(typed: String, expected: [String]) {
    let before = typed.hasPrefix("z") ? "" : "项目 ｜ 筛选 "
    #expect(candidates(before + typed) == expected)
    #expect(candidates(before.isEmpty ? typed : "projects | where " + typed) == expected)
  }

  @Test(arguments: [
    ("indicators | where name == dqs^", ["\"地区生产总值\""]),
    ("indicators | where name == \"dqsc^", ["\"地区生产总值\""]),
    ("indicators | where name == diquzong^", []),
    ("指标 ｜ 筛选 名称 ＝ 地区^", ["\"地区生产总值\"", "地区"]),
    ("指标 ｜ 筛选 名称 ＝ “地区^", ["\"地区生产总值\""]),
    ("indicators | where name in (\"GDP\", gdzc^", ["\"固定资产投资\""]),
    ("indicators | where name starts gdzc^", ["\"固定资产投资\""]),
    ("indicators | select n = name | where n == gdzc^", ["\"固定资产投资\""]),
    ("indicators | summarize count() by n = name | where n == gdzc^", ["\"固定资产投资\""]),
    ("indicators | where period == 202^", ["2022", "2021"]),
    ("指标 ｜ 筛选 性质 ＝ mb^", ["目标"]), ("指标 ｜ 筛选 性质 ＝ target^", ["目标"]),
    ("facts ｜ where WH^", []), ("FAC^", ["facts"]), ("facts | WHE^", ["where"]),
    ("ｆａｃ^", ["facts"]), ("指标 ｜ where^", ["筛选"]), ("指标 ｜ 排序 growth^", ["增速"]),
    ("indicators | where ro^", ["round"]), ("indicators | sort owth^", ["growth"]),
  ])
  func findsWordsByOtherSpellings(text: String, expected: [String]) {
    #expect(candidates(text) == expected)
  }

  @Test func valuesAreThoseOfTheColumnMostFrequentFirst() {
    let list = session.candidates(in: "indicators | where name == ", at: 27)
    let words = list.candidates.filter { $0.kind == .word }
    #expect(!words.isEmpty && words[0] == list.candidates[0])
    let counts = words.compactMap { Int($0.gloss.dropFirst(2)) }
    #expect(counts.count == words.count && counts == counts.sorted(by: >))
    // Worked out, a column has values nobody knows yet.
    #expect(
      !candidates("indicators | derive n = concat(name, \"x\") | where n == ^").contains {
        $0.hasPrefix("\"")
      })
  }

  @Test func wordsBehindAnOperandAreThoseThatTheCheckerTakes() {
    let behindGrowth = candidates("indicators | where growth ^")
    #expect(Set(behindGrowth).isSuperset(of: ["==", ">", "in", "not in", "is"]))
    #expect(!behindGrowth.contains { ["and", "or", "by", "desc"].contains($0) })
    #expect(behindGrowth.first == "==" && behindGrowth.contains("to"))
    #expect(!candidates("indicators | where name ^").contains("to"))
    let behindCondition = candidates("indicators | where growth > 5% ^")
    #expect(behindCondition.contains("and") && !behindCondition.contains("=="))
    #expect(
      Set(candidates("indicators | where growth is ^")) == ["missing", "present", "exact", "not"])
    #expect(!candidates("indicators | where nature ^").contains(">"))
    #expect(!candidates("indicators | where growth ^").contains("contains"))
    #expect(candidates("indicators | sort growth ^").prefix(2) == ["asc", "desc"])
    #expect(candidates("let x ^") == [])
    #expect(candidates("facts | derive x ^") == [])
    #expect(candidates("facts | count ^") == [])
  }

  @Test func valuesAreNotBuriedUnderFunctions() {
    #expect(!candidates("indicators | where name == ^").contains("concat"))
    #expect(candidates("indicators | where name == con^") == ["concat"])
    #expect(candidates("indicators | where ^").contains("round"))
  }

  @Test func functionsAreToldWithTheirCall() {
    let round = session.candidates(in: "indicators | where rou", at: 22).candidates.first
    #expect(round?.kind == .function && round?.gloss.hasPrefix("round(") == true)
    let sum = session.candidates(in: "项目 ｜ 汇总 合", at: 9).candidates.first
    #expect(sum?.kind == .aggregate && sum?.gloss.hasPrefix("合计(") == true)
  }

  @Test func argumentsOfCallsThatAreNotWholeAreFound() {
    #expect(candidates("projects | derive x = quantile(inv^") == [])
    #expect(candidates("projects | summarize x = quantile(inv^") == ["investment"])
    #expect(candidates("projects | derive x = if(area == ^").contains { $0.hasPrefix("\"") })
    #expect(candidates("def f(a, b) = a\nprojects | derive x = f(inv^") == ["investment"])
    #expect(!candidates("projects | summarize sum(^").contains("avg"))
  }

  @Test func nothingInCommentsAndBehindStrings() {
    #expect(candidates("facts # whe^").isEmpty)
    #expect(candidates("facts | where text contains \"a\"^").isEmpty)
    #expect(candidates("# facts\nfac^") == ["facts"])
  }

  @Test func saysWhatItReplaces() {
    let list = session.candidates(in: "项目 ｜ 筛选 投", at: 9)
    #expect(list.replacing == 8..<9)
    #expect(list.candidates.map(\.text) == ["投资"])
  }
}

/// What a pivot before the cursor makes, on a ledger too large to be asked.
@Suite struct PivotHeadingTests {
  @Test func wordsOfAStoredColumnAreKnownWithoutARun() throws {
    let ledger = try Ledger.bundled()
    let headings = PivotHeadings(of: ledger, patience: .zero)
    let columns = Relation(of: .facts)
    let query = CheckedQuery(
      origin: .entity(.facts, SourcePlace(span: Span(at: 0), source: Source(""))), steps: [],
      relation: columns, language: .english)
    let nature = try #require(columns.index(of: "nature"))
    #expect(headings.find(query, nature, 100) == [.text("actual"), .text("target")])
    #expect(headings.find(query, nature, 1) == nil, "more than may become columns")
    let value = try #require(columns.index(of: "value"))
    #expect(headings.find(query, value, 100) == nil, "not listed, and no time to ask")
    #expect(PivotHeadings(of: ledger, patience: nil).find(query, value, 100)?.isEmpty == false)
  }
}
