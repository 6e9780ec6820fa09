extension Vocabulary {
  static let keywords: [VocabularyEntry] = [
    definition(
      .let,
      "let",
      "令",
      "names a query or a value",
      "为查询或值命名",
      "let name = query or value",
      "令 名称 = 查询或值",
      "let done = projects | where nature == actual; done | count"
    ),
    definition(
      .def,
      "def",
      "定义",
      "makes a function",
      "定义函数",
      "def name(parameter, …) = expression",
      "定义 名称(形参, …) = 表达式",
      "def rate(part, whole) = part / whole to %; projects | derive r = rate(completed, count)"
    ),
    definition(
      .param,
      "param",
      "参数",
      "a value given from outside, used as $name",
      "由外部给定的值，用 $名称 引用",
      "param name: type [= default]",
      "参数 名称: 类型 [= 默认值]",
      "param year: period = 2021; projects | where period == $year"
    ),
    keyword(.by, "by", "按", "the keys rows are grouped by", "分组依据"),
    keyword(.ascending, "asc", "升序", "smallest first", "从小到大"),
    keyword(.descending, "desc", "降序", "largest first", "从大到小"),
    keyword(.or, "or", "或", "true where either side is", "任一侧为真即为真"),
    keyword(.and, "and", "且", "true where both sides are", "两侧皆真才为真"),
    keyword(.not, "not", "非", also: ["不"], "the opposite truth", "取反"),
    keyword(.in, "in", "属于", "is one of a list, or within a range", "是列表之一，或在区间之内"),
    keyword(.notIn, "not in", "不属于", "is none of a list, or outside a range", "不在列表或区间之内"),
    keyword(.contains, "contains", "包含", "the text has this within", "文本包含"),
    keyword(.notContains, "not contains", "不包含", "the text lacks this", "文本不包含"),
    keyword(.starts, "starts", "开头是", "the text begins with this", "文本以此开头"),
    keyword(.ends, "ends", "结尾是", "the text ends with this", "文本以此结尾"),
    keyword(.matches, "matches", "匹配", "the text fits a glob of * and ?", "文本符合通配式（* 与 ?）"),
    keyword(.overlaps, "overlaps", "重叠", "the periods share a month", "两个期间有共同的月份"),
    keyword(.is, "is", "是", "asks whether a value is missing, present or exact", "判断缺失、有值或确切"),
    keyword(.isNot, "is not", "不是", "the opposite of `is`", "与 `是` 相反"),
    keyword(.missing, "missing", "缺失", "what a report does not say", "报告未说的值"),
    keyword(.present, "present", "有值", "said by the report", "报告已说"),
    keyword(.exact, "exact", "确切", "not merely bounded", "并非只有上下界"),
    keyword(.bar, "bar", "条形", "a bar for each row", "每行一条"),
    keyword(.line, "line", "折线", "points joined in the order of x", "各点按横轴次序相连"),
    keyword(.spark, "spark", "迷你", "a small line for each group", "每组一条小图"),
    keyword(.to, "to", "换算", also: ["换算为"], "converts to a unit", "换算单位"),
    keyword(.true, "true", "真", "the true value", "真值"),
    keyword(.false, "false", "假", "the false value", "假值"),
    keyword(.on, "on", "依据", "the columns by which `join` finds rows that match", "关联所依据的列"),
    keyword(.inner, "inner", "内联", "joins rows that match", "只留两侧匹配的行"),
    keyword(.left, "left", "左联", "joins rows that match, and keeps all left ones", "左侧的行全部保留"),
    keyword(.semi, "semi", "半联", "keeps left rows that some row matches", "只留左侧有匹配的行"),
    keyword(.anti, "anti", "反联", "keeps left rows that no row matches", "只留左侧无匹配的行"),
    keyword(.values, "values", "取值", "the column that fills the columns of `pivot`", "透视后各列的值"),
  ]

  private static func keyword(
    _ keyword: Keyword,
    _ english: String,
    _ chinese: String,
    also alternatives: [String] = [],
    _ glossEnglish: String,
    _ glossChinese: String
  ) -> VocabularyEntry {
    VocabularyEntry(
      .keyword,
      english,
      chinese,
      alternatives,
      gloss: Bilingual(glossEnglish, glossChinese),
      keyword: keyword
    )
  }

  /// A word that begins a statement.
  private static func definition(
    _ keyword: Keyword,
    _ english: String,
    _ chinese: String,
    _ glossEnglish: String,
    _ glossChinese: String,
    _ signatureEnglish: String,
    _ signatureChinese: String,
    _ example: String
  ) -> VocabularyEntry {
    VocabularyEntry(
      .keyword,
      english,
      chinese,
      gloss: Bilingual(glossEnglish, glossChinese),
      signature: Bilingual(signatureEnglish, signatureChinese),
      example: example,
      keyword: keyword
    )
  }

  static let operators: [VocabularyEntry] = [
    stage(
      .where,
      "where",
      "筛选",
      "keeps the rows that are certainly true",
      "保留确定为真的行",
      "where condition",
      "筛选 条件",
      "projects | where investment >= 100亿元"
    ),
    stage(
      .select,
      "select",
      "选取",
      "chooses, reorders, renames or drops columns",
      "选取、重排、改名或去掉列",
      "select [name =] expression, … | select -column, …",
      "选取 [名称 =] 表达式, … ｜ 选取 -列, …",
      "indicators | select name, growth"
    ),
    stage(
      .derive,
      "derive",
      "计算",
      "adds columns, which may look at other rows of their group",
      "增加计算出的列，可参照同组的其他行",
      "derive name = expression, … [by column, …] [sort key [asc|desc], …]",
      "计算 名称 = 表达式, … [按 列, …] [排序 键 [升序|降序], …]",
      "projects | derive rate = completed / count to %"
    ),
    stage(
      .sort,
      "sort",
      "排序",
      "orders rows by several keys; missing comes last",
      "按若干键排序，缺失在后",
      "sort key [asc|desc], …",
      "排序 键 [升序|降序], …",
      "indicators | sort growth desc"
    ),
    stage(
      .take,
      "take",
      "取",
      "keeps the first rows, of each group with `by`",
      "取前若干行，可按组",
      "take count [by key, …]",
      "取 行数 [按 键, …]",
      "projects | sort investment desc | take 3"
    ),
    stage(
      .skip,
      "skip",
      "跳过",
      "drops the first rows, of each group with `by`",
      "跳过前若干行，可按组",
      "skip count [by key, …]",
      "跳过 行数 [按 键, …]",
      "projects | sort investment desc | skip 3"
    ),
    stage(
      .distinct,
      "distinct",
      "去重",
      "keeps each row, or each combination of columns, once",
      "相同的行或列组合只留一次",
      "distinct [column, …]",
      "去重 [列, …]",
      "facts | distinct kind, nature"
    ),
    stage(
      .summarize,
      "summarize",
      "汇总",
      "one row of aggregates, or one for each group",
      "汇总为一行，或每组一行",
      "summarize [name =] aggregate, … [by [name =] key, …]",
      "汇总 [名称 =] 聚合, … [按 [名称 =] 键, …]",
      "projects | summarize sum(investment) by period, nature"
    ),
    stage(
      .join,
      "join",
      "关联",
      "brings in the rows of another table that match",
      "按相同的列值接上另一张表的行",
      "join [inner|left|semi|anti] table on column, … | join table on left == right, …",
      "关联 [内联|左联|半联|反联] 表 依据 列, … ｜ 关联 表 依据 左列 == 右列, …",
      "indicators | join left reports on period == reviewed | select name, level, title"
    ),
    stage(
      .union,
      "union",
      "合并",
      "adds the rows of other tables, column by column name",
      "按列名接上其他表的行",
      "union table, …",
      "合并 表, …",
      "projects | select name, period | union (measures | select name, period)"
    ),
    stage(
      .pivot,
      "pivot",
      "透视",
      "turns the values of a column into columns",
      "把一列的各个值变成列",
      "pivot column values column [by column, …]",
      "透视 列 取值 列 [按 列, …]",
      "indicators | pivot nature values growth by name"
    ),
    stage(
      .count,
      "count",
      "计数",
      "the number of rows",
      "行数",
      "count",
      "计数",
      "facts | count"
    ),
    stage(
      .describe,
      "describe",
      "描述",
      "each column: type, unit, present, missing, distinct, range",
      "各列的类型、单位、有值数、缺失数、不同值数和范围",
      "describe",
      "描述",
      "indicators | describe"
    ),
    stage(
      .track,
      "track",
      "追踪",
      "pairs each target with what was reported of it",
      "将每个目标与所报的实绩对照",
      "track",
      "追踪",
      "indicators | track"
    ),
    stage(
      .cite,
      "cite",
      "出处",
      "adds the sentence and its place in the report",
      "附上原文语句及其位置",
      "cite",
      "出处",
      "honours | cite"
    ),
    stage(
      .assert,
      "assert",
      "断言",
      "stops with exit code 1 unless the condition is certain of every row",
      "条件须对每行确定成立，否则中止，退出码 1",
      "assert condition [, \"message\"]",
      "断言 条件 [, \"说明\"]",
      "projects | where completed is present | assert completed <= started"
    ),
    stage(
      .chart,
      "chart",
      "图表",
      "draws the rows: in the terminal, or as SVG where the output is a file .svg",
      "画图：在终端中，或写入 .svg 文件",
      "chart bar name, value | chart line x, y [, series] | chart spark value [by group, …]",
      "图表 条形 名称, 数值 ｜ 图表 折线 横轴, 纵轴 [, 系列] ｜ 图表 迷你 数值 [按 组, …]",
      "indicators | where nature == target | chart bar name, growth"
    ),
  ]

  private static func stage(
    _ keyword: Keyword,
    _ english: String,
    _ chinese: String,
    _ glossEnglish: String,
    _ glossChinese: String,
    _ signatureEnglish: String,
    _ signatureChinese: String,
    _ example: String
  ) -> VocabularyEntry {
    VocabularyEntry(
      .operator,
      english,
      chinese,
      gloss: Bilingual(glossEnglish, glossChinese),
      signature: Bilingual(signatureEnglish, signatureChinese),
      example: example,
      keyword: keyword
    )
  }
}
