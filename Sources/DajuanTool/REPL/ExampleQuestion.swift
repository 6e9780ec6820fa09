internal import DajuanSyntax

/// A question to try on the bundled report.
struct ExampleQuestion {
  /// What it asks, in a few words.
  let title: Bilingual
  /// The query, which is the same in both languages.
  let query: Bilingual

  private init(_ title: (String, String), _ english: String, _ chinese: String) {
    self.title = Bilingual(title.0, title.1)
    query = Bilingual(english, chinese)
  }

  /// From the plain to the more demanding; numbered from 1.
  static let all = [
    ExampleQuestion(
      ("the goals of growth, the highest first", "增长目标，从高到低"),
      "indicators | where nature == target | sort growth desc",
      "指标 ｜ 筛选 性质 ＝ 目标 ｜ 排序 增速 降序"),
    ExampleQuestion(
      ("projects of 10 billion yuan and more", "投资一百亿元以上的项目"),
      "projects | where investment >= 100亿元 | sort investment desc",
      "项目 ｜ 筛选 投资 ≥ １００亿元 ｜ 排序 投资 降序"),
    ExampleQuestion(
      ("what was done for people's livelihood", "已办的民生事项"),
      "measures | where nature == actual | select name, quantity, coverage, beneficiaries",
      "民生 ｜ 筛选 性质 ＝ 实绩 ｜ 选取 名称，数量，覆盖率，受益人数"),
    ExampleQuestion(
      ("honours, with the sentence each stands in", "荣誉，及各自所在的语句"),
      "honours | cite | select name, statement | take 4",
      "荣誉 ｜ 出处 ｜ 选取 名称，语句 ｜ 取 4"),
    ExampleQuestion(
      ("how many figures of each kind", "各类事实各有多少"),
      "facts | summarize n = count() by kind, nature | sort n desc",
      "事实 ｜ 汇总 个数 ＝ 计数() 按 类别，性质 ｜ 排序 个数 降序"),
    ExampleQuestion(
      ("investment, done and promised", "投资的实绩与目标"),
      "projects | summarize sum(investment) by period, nature",
      "项目 ｜ 汇总 合计(投资) 按 期间，性质"),
    ExampleQuestion(
      ("how much of the rebuilding is finished", "重建完成了几成"),
      "projects | where completed is present | select name, rate = completed / count to %",
      "项目 ｜ 筛选 完工 有值 ｜ 选取 名称，完工率 ＝ 完工 ÷ 数量 换算 ％"),
    ExampleQuestion(
      ("growth certainly of 8% and more; see the footer", "增速必定在 8% 以上的；看表尾"),
      "indicators | where growth >= 8% | select name, growth",
      "指标 ｜ 筛选 增速 ≥ ８％ ｜ 选取 名称，增速"),
    ExampleQuestion(
      ("the same, with those the bounds leave open", "同上，加上因界难定的"),
      "indicators | where possibly(growth >= 8%) | select name, growth",
      "指标 ｜ 筛选 可能(增速 ≥ ８％) ｜ 选取 名称，增速"),
    ExampleQuestion(
      ("how exactly figures were said", "数都说得多确切"),
      "facts | summarize n = count() by bound | sort n desc",
      "事实 ｜ 汇总 个数 ＝ 计数() 按 界 ｜ 排序 个数 降序"),
    ExampleQuestion(
      ("figures about people", "与人数有关的数"),
      "facts | where value >= 1人 | sort value desc | select subject, value, text",
      "事实 ｜ 筛选 数值 ≥ １人 ｜ 排序 数值 降序 ｜ 选取 主体，数值，原文"),
    ExampleQuestion(
      ("each goal beside what was reported of it", "目标与所报实绩的对照"),
      "indicators | track | select name, target, implied, status",
      "指标 ｜ 追踪 ｜ 选取 名称，目标，推算，状态"),
    ExampleQuestion(
      ("the goal of the economy in yuan", "地区生产总值的目标合多少元"),
      "784.2亿元 * (1 + 7.5%)",
      "784.2亿元 × (1 ＋ 7.5％)"),
    ExampleQuestion(
      ("each project's share of the year's investment", "各项目占当年投资的比重"),
      "projects | where investment is present | derive part = share_of(investment) by period"
        + " | select name, period, investment, part",
      "项目 ｜ 筛选 投资 有值 ｜ 计算 比重 ＝ 占比(投资) 按 期间 ｜ 选取 名称，期间，投资，比重"),
    ExampleQuestion(
      ("the goals of growth as bars", "增长目标画成条形图"),
      "indicators | where nature == target and growth is present | chart bar name, growth",
      "指标 ｜ 筛选 性质 ＝ 目标 且 增速 有值 ｜ 图表 条形 名称，增速"),
    ExampleQuestion(
      ("what a table holds, column by column", "一张表各列的情况"),
      "projects | describe",
      "项目 ｜ 描述"),
  ]
}
