extension Vocabulary {
  static let functions: [VocabularyEntry] = [
    // Numbers.
    function(
      "abs",
      "绝对值",
      "x",
      "the distance from zero",
      "到零的距离",
      "indicators | where abs(growth) > 5%"
    ),
    function(
      "round",
      "四舍五入",
      "x, digits?",
      "to the nearest whole, or to so many decimals, in the unit it has: x to 亿元 rounds in 亿元",
      "按其单位取整，或保留若干位小数：x 换算 亿元 则以亿元计",
      "projects | derive r = round(completed / count, 2)"
    ),
    function(
      "floor",
      "下取整",
      "x",
      "the largest whole number not above, in the unit it has",
      "按其单位计，不大于它的最大整数",
      "projects | derive r = floor(completed / count)"
    ),
    function(
      "ceil",
      "上取整",
      "x",
      "the smallest whole number not below, in the unit it has",
      "按其单位计，不小于它的最小整数",
      "projects | derive r = ceil(completed / count)"
    ),
    function(
      "sign",
      "符号",
      "x",
      "-1, 0 or 1",
      "负为 -1，零为 0，正为 1",
      "indicators | derive s = sign(growth)"
    ),
    function(
      "sqrt",
      "平方根",
      "x",
      "the square root of a plain number",
      "数的平方根",
      "projects | derive r = sqrt(completed / count)"
    ),
    function(
      "log",
      "对数",
      "x, base?",
      "the natural logarithm, or to a base",
      "自然对数，或以某数为底",
      "projects | derive r = log(completed / count)"
    ),
    function(
      "exp",
      "自然指数",
      "x",
      "e to the power of a plain number",
      "e 的若干次方",
      "indicators | derive r = exp(growth)"
    ),
    function(
      "least",
      "较小",
      "x, …",
      "the smallest of its arguments, or the first of texts or periods",
      "各参数中最小者，或最先的文本、期间",
      "projects | derive r = least(started, completed)"
    ),
    function(
      "greatest",
      "较大",
      "x, …",
      "the largest of its arguments, or the last of texts or periods",
      "各参数中最大者，或最后的文本、期间",
      "projects | derive r = greatest(started, completed)"
    ),

    // Choice.
    function(
      "if",
      "如果",
      "condition, then, else",
      "one of two values",
      "按条件二选一",
      "indicators | derive fast = if(growth > 8%, \"yes\", \"no\")"
    ),
    function(
      "coalesce",
      "首个有值",
      "x, …",
      "the first argument that is present",
      "第一个有值的参数",
      "projects | derive money = coalesce(investment, total_investment)"
    ),
    function(
      "case",
      "分情况",
      "condition, value, …, otherwise?",
      "the value of the first true condition",
      "第一个成立的条件所对应的值",
      "facts | derive k = case(kind == project, 1, kind == indicator, 2, 0)"
    ),

    // Text.
    function(
      "length",
      "长度",
      "text",
      "the number of characters",
      "字符数",
      "measures | derive n = length(name)"
    ),
    function(
      "lowercase",
      "小写",
      "text",
      "in small letters",
      "转为小写字母",
      "honours | derive n = lowercase(name)"
    ),
    function(
      "uppercase",
      "大写",
      "text",
      "in capital letters",
      "转为大写字母",
      "honours | derive n = uppercase(name)"
    ),
    function(
      "trim",
      "去空白",
      "text",
      "without blanks at either end",
      "去掉两端的空白",
      "honours | derive n = trim(name)"
    ),
    function(
      "replace",
      "替换",
      "text, old, new",
      "every occurrence replaced",
      "替换全部出现处",
      "honours | derive n = replace(name, \"全国\", \"\")"
    ),
    function(
      "substring",
      "子串",
      "text, start, count?",
      "characters from a place counted from 1",
      "从某位起的若干字符，首位为 1",
      "honours | derive n = substring(name, 1, 2)"
    ),
    function(
      "concat",
      "拼接",
      "x, …",
      "its arguments as one text",
      "连成一段文本",
      "honours | derive n = concat(place, name)"
    ),
    function(
      "split_part",
      "分段",
      "text, separator, index",
      "one part of a text, counted from 1",
      "按分隔符取第几段，首段为 1",
      "honours | derive n = split_part(name, \"·\", 1)"
    ),

    // Periods.
    function(
      "year",
      "年",
      "period",
      "the year it lies in",
      "所在年份",
      "facts | where year(period) == 2021"
    ),
    function(
      "quarter",
      "季度",
      "period",
      "the quarter it lies in, 1 to 4",
      "所在季度，1 至 4",
      "facts | where quarter(start(period)) == 1"
    ),
    function(
      "month",
      "月",
      "period",
      "the month it lies in, 1 to 12",
      "所在月份，1 至 12",
      "facts | where month(start(period)) == 1"
    ),
    function(
      "start",
      "起始",
      "period",
      "its first month",
      "首月",
      "facts | derive s = start(period)"
    ),
    function(
      "end",
      "终止",
      "period",
      "its last month",
      "末月",
      "facts | derive s = end(period)"
    ),
    function(
      "duration",
      "时长",
      "period",
      "how long it is",
      "长度",
      "facts | derive d = duration(period)"
    ),

    // Bounds.
    function(
      "low",
      "下限",
      "x",
      "the lower end of what was said",
      "所说范围的下端",
      "indicators | derive l = low(growth)"
    ),
    function(
      "high",
      "上限",
      "x",
      "the upper end of what was said",
      "所说范围的上端",
      "indicators | derive h = high(growth)"
    ),
    function(
      "mid",
      "中值",
      "x",
      "the middle between both ends",
      "两端的中点",
      "indicators | derive m = mid(growth)"
    ),
    function(
      "width",
      "宽度",
      "x",
      "the distance between both ends",
      "两端之差",
      "indicators | derive w = width(growth)"
    ),
    function(
      "bound",
      "界",
      "x",
      "how it was said: exact, at_least, …",
      "说法：确切、至少等",
      "indicators | where bound(growth) == at_least"
    ),
    function(
      "unit",
      "单位",
      "x",
      "its unit, with 万 and 亿 counted into the number",
      "单位，万、亿已计入数中",
      "facts | where unit(value) == \"元\""
    ),
    function(
      "number",
      "数",
      "x",
      "the plain number in its unit: 5.14亿元 is 514000000",
      "以其单位计的数：5.14亿元 是 514000000",
      "facts | derive n = number(value)"
    ),
    function(
      "possibly",
      "可能",
      "condition",
      "also where the bounds leave it undecided",
      "因上下界而难定者亦算",
      "indicators | where possibly(growth >= 8%)"
    ),
    function(
      "certainly",
      "必然",
      "condition",
      "only where it is certain",
      "确定成立才算",
      "indicators | where certainly(growth >= 8%)"
    ),
  ]

  static let aggregates: [VocabularyEntry] = [
    aggregate(
      "count",
      "计数",
      "x?",
      "the rows, or the rows where x is present",
      "行数，或有值的行数",
      "facts | summarize count() by kind"
    ),
    aggregate(
      "sum",
      "合计",
      "x",
      "the total",
      "总和",
      "projects | summarize sum(investment) by period"
    ),
    aggregate("avg", "平均", "x", "the mean", "平均值", "indicators | summarize avg(growth)"),
    aggregate(
      "min",
      "最小",
      "x",
      "the smallest, or the first of texts or periods",
      "最小值，或最先的文本、期间",
      "indicators | summarize min(growth)"
    ),
    aggregate(
      "max",
      "最大",
      "x",
      "the largest, or the last of texts or periods",
      "最大值，或最后的文本、期间",
      "indicators | summarize max(growth)"
    ),
    aggregate(
      "median",
      "中位数",
      "x",
      "the middle value",
      "居中的值",
      "indicators | summarize median(growth)"
    ),
    aggregate(
      "quantile",
      "分位数",
      "x, p",
      "the value below which a share p lies",
      "占比 p 处的值",
      "indicators | summarize quantile(growth, 0.9)"
    ),
    aggregate(
      "stddev",
      "标准差",
      "x",
      "the sample standard deviation; without limit above where a value has none",
      "样本标准差；有值一端无限时，其上亦无限",
      "indicators | summarize stddev(growth)"
    ),
    aggregate(
      "first",
      "首个",
      "x",
      "the first that is present",
      "首个有值者",
      "indicators | summarize first(name) by nature"
    ),
    aggregate(
      "last",
      "末个",
      "x",
      "the last that is present",
      "末个有值者",
      "indicators | summarize last(name) by nature"
    ),
    aggregate(
      "count_distinct",
      "去重计数",
      "x",
      "how many different values",
      "不同值的个数",
      "facts | summarize count_distinct(kind)"
    ),
    aggregate(
      "any",
      "任一",
      "x",
      "whether any row is true",
      "是否有行成立",
      "indicators | summarize any(growth > 10%)"
    ),
  ]

  private static func function(
    _ english: String,
    _ chinese: String,
    _ parameters: String,
    _ glossEnglish: String,
    _ glossChinese: String,
    _ example: String
  ) -> VocabularyEntry {
    VocabularyEntry(
      .function,
      english,
      chinese,
      gloss: Bilingual(glossEnglish, glossChinese),
      signature: Bilingual("\(english)(\(parameters))", "\(chinese)(\(parameters))"),
      example: example
    )
  }

  private static func aggregate(
    _ english: String,
    _ chinese: String,
    _ parameters: String,
    _ glossEnglish: String,
    _ glossChinese: String,
    _ example: String
  ) -> VocabularyEntry {
    VocabularyEntry(
      .aggregate,
      english,
      chinese,
      gloss: Bilingual(glossEnglish, glossChinese),
      signature: Bilingual("\(english)(\(parameters))", "\(chinese)(\(parameters))"),
      example: example
    )
  }
}
