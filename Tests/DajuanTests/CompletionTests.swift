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

  @Test func saysWhatItReplaces() {
    let list = session.candidates(in: "项目 ｜ 筛选 投", at: 9)
    #expect(list.replacing == 8..<9)
    #expect(list.candidates.map(\.text) == ["投资"])
  }
}
