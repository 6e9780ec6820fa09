/// Queries of every kind, all without mistakes.
enum Samples {
  static let all = english + chinese

  static let english = [
    "facts",
    "facts | count",
    "measures\n| where period == 2021 and nature == actual\n| sort quantity desc\n| select name",
    "projects | summarize invested = sum(investment), n = count() by period, nature",
    "projects | where completed is present | derive rate = completed / count to %",
    "indicators | where possibly(growth >= 8%) or not rank > 3 | take 5 by place | skip 1",
    "let big = 5亿元\nlet done = projects | where investment > $big; done | distinct name, place",
    "(facts | take 3) | describe",
    "_ | where period in 2017..2021 and place not in (\"a\", 'b') | cite",
    "facts | where period overlaps 2021-01..2021Q3 and text matches \"*路\" # a comment",
    "facts | where value ?? 0 > 62.2 万平方米 and subject not contains “桥”",
    "honours | select who = name, -source, `a b` = `select`, 1 + 2 * -x",
    "| sort low(value) asc, high(value) desc",
    "facts | where (unit == \"㎡\" or value < 500 km) and bound(value) != exact and value is exact",
    "indicators | track | where status == missed | cite",
    "indicators | derive before = lag(level, 1) by place, name sort period desc, a | take 1",
    "projects | derive n = row_number(), sort = 1 sort investment; facts | derive a = 1, by b",
    "measures | assert quantity > 0 or possibly(coverage <= 100%), 'a share is no more than all'",
    "indicators | chart line period, level, series = place; facts | chart spark value by kind",
    "param year: period = 2021 # a default\nparam goal: 亿元\ndef rate(part, whole,) = part / whole",
    "def none() = 5%; facts | derive x = rate(a, $goal), y = none()",
    "facts | derive a = true, b = missing, c = -(-1) / 3, d = if(x, y, z,), e = 2021年 - 1",
  ]

  static let chinese = [
    "指标 ｜ 筛选 期间 == 2022 且 增速 ≥ 7％ ｜ 排序 增速 降序",
    "项目 ｜ 筛选 完工 有值 且 投资 不是 缺失 ｜ 计算 率 ＝ 完工 ÷ 数量 换算 ％",
    "民生 | 汇总 合计(数量)， 个数 = 计数（） 按 领域， 期间",
    "参数 年份：期间 ＝ ２０２１；参数 下限: 万元／人；定义 占比（甲，乙）＝ 甲 ÷ 乙 换算 ％",
    "令 大 ＝ １．５亿元；项目 | 筛选 投资 ＞ ＄大 | 取 ３ 按 地区",
    "指标 ｜ 计算 增幅 ＝ 总量 ÷ 前值（总量） － 1 按 地区 排序 期间 ｜ 断言 增幅 有值， “应有基数”",
    "项目 ｜ 图表 条形 名称， 数值 ＝ 投资；指标 ｜ 图表 迷你 增速 按 地区",
    "荣誉 | 筛选 名称 开头是 ‘国家’ 或 名称 结尾是 “区” 或 非 期间 属于 ［2021，2022］ | 出处",
  ]
}
