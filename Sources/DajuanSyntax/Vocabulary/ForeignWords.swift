/// What people write who come from SQL, KQL, PRQL, pandas, R or a spreadsheet, or who write as they
/// speak, and what it is here.
///
/// None of it is accepted: a diagnostic says what to write, and reading goes on as if it stood there.
/// Latin letters are looked up in lower case.
package enum ForeignWords {
  /// The operator that does what one of another language does.
  static func `operator`(_ word: String) -> Keyword? { operators[folded(word)] }

  /// The operator that other languages' operators stand for which go on from a word, if it is but one.
  static func `operator`(begunBy word: String) -> Keyword? {
    let word = folded(word)
    guard word.utf8.count > 2, operators[word] == nil else { return nil }
    let meant = Set(operators.lazy.filter { $0.key.hasPrefix(word) }.map(\.value))
    return meant.count == 1 ? meant.first : nil
  }

  /// A sign or word between two operands.
  struct Infix: Sendable {
    let kind: Token.Kind
    var keyword = Keyword.none
    let spelling: String
  }

  /// What stands for the word between two operands.
  ///
  /// A keyword of this language in capitals is one too.
  static func infix(_ word: String) -> Infix? {
    let word = folded(word)
    if let infix = infixes[word] { return infix }
    let keyword = GluedWords.keyword(word)
    guard keyword.followsOperand, keyword.isReserved else { return nil }
    return Infix(kind: .word, keyword: keyword, spelling: word)
  }

  /// The scale word of a large number: `5 million` is 5百万.
  static func scale(_ word: String) -> String? { scales[folded(word)] }

  /// Whether the word says that something is not there.
  package static func isMissing(_ word: String) -> Bool { absences.contains(folded(word)) }

  /// The function that does what one of another language does.
  package static func function(_ word: String) -> String? { functions[folded(word)] }

  /// Whether a line that begins with the word goes on with a statement of SQL.
  static func isClause(_ word: String) -> Bool { clauses.contains(folded(word)) }

  /// Whether a line that begins with the word goes on with the statement of SQL before it.
  static func continuesSQL(_ word: String) -> Bool {
    isClause(word) || ["and", "or", "join", "left", "inner", "on", "union"].contains(folded(word))
  }

  /// Whether the word, within a statement of SQL, asks for what its clauses alone cannot say.
  static func isBeyondSQL(_ word: String) -> Bool {
    ["union", "except", "intersect", "join", "select", "case", "exists", "over", "cast"]
      .contains(folded(word))
  }

  /// Latin capitals as small letters.
  static func folded(_ word: String) -> String {
    String(
      decoding: word.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }

  private static let operators: [String: Keyword] = [
    "filter": .where, "having": .where, "过滤": .where, "条件": .where,
    "project": .select, "选择": .select,
    "extend": .derive, "mutate": .derive, "assign": .derive, "with_columns": .derive,
    "新增": .derive,
    "order": .sort, "orderby": .sort, "order_by": .sort, "sort_by": .sort, "sort_values": .sort,
    "arrange": .sort, "排列": .sort,
    "limit": .take, "head": .take, "top": .take, "前": .take, "限制": .take,
    "offset": .skip,
    "unique": .distinct, "dedup": .distinct,
    "group": .summarize, "groupby": .summarize, "group_by": .summarize, "aggregate": .summarize,
    "agg": .summarize, "分组": .summarize, "聚合": .summarize, "统计": .summarize,
    "merge": .join, "lookup": .join, "连接": .join,
    "append": .union, "concat": .union,
    "info": .describe, "schema": .describe, "getschema": .describe,
    "plot": .chart, "render": .chart, "绘图": .chart,
    "sources": .cite, "来源": .cite,
    "check": .assert, "ensure": .assert,
  ]

  private static let infixes: [String: Infix] = {
    var result: [String: Infix] = [:]
    func add(_ words: [String], _ kind: Token.Kind, _ spelling: String) {
      for word in words { result[word] = Infix(kind: kind, spelling: spelling) }
    }
    func add(_ words: [String], _ keyword: Keyword) {
      guard let entry = Vocabulary.entry(of: keyword) else { return }
      for word in words {
        let isLatin = word.utf8.allSatisfy { $0 < 0x80 }
        result[word] = Infix(
          kind: .word, keyword: keyword, spelling: isLatin ? entry.english : entry.chinese)
      }
    }
    add(["等于", "equals"], .equal, "==")
    add(["不等于"], .notEqual, "!=")
    add(["大于", "高于", "超过", "多于"], .greater, ">")
    add(["大于等于", "不小于", "不低于", "不少于"], .greaterOrEqual, ">=")
    add(["小于", "低于", "少于"], .less, "<")
    add(["小于等于", "不大于", "不超过", "不高于", "不多于"], .lessOrEqual, "<=")
    add(["按照", "依照"], .by)
    add(["加"], .plus, "+")
    add(["减"], .minus, "-")
    add(["乘", "乘以"], .star, "*")
    add(["除以"], .slash, "/")
    add(["和", "并且", "而且", "同时"], .and)
    add(["或者"], .or)
    add(["在", "介于"], .in)
    add(["含", "含有", "包括"], .contains)
    add(["像", "形如"], .matches)
    add(["has", "includes"], .contains)
    add(["startswith", "starts_with", "hasprefix"], .starts)
    add(["endswith", "ends_with", "hassuffix"], .ends)
    add(["like", "ilike", "glob", "regexp", "rlike"], .matches)
    add(["between"], .in)
    add(["descending", "倒序", "从大到小", "从高到低"], .descending)
    add(["ascending", "正序", "从小到大", "从低到高"], .ascending)
    add(["为空", "无值"], .missing)
    add(["非空"], .present)
    return result
  }()

  private static let scales = [
    "hundred": "百", "thousand": "千", "million": "百万", "billion": "十亿", "trillion": "万亿",
  ]

  private static let absences: Set<String> = [
    "null", "nil", "none", "na", "nan", "empty", "blank", "空", "空值", "无",
  ]

  private static let clauses: Set<String> = [
    "from", "where", "group", "order", "having", "limit", "offset",
  ]

  private static let functions = [
    "mean": "avg", "average": "avg", "均值": "平均", "平均值": "平均", "平均数": "平均",
    "total": "sum", "求和": "合计", "总和": "合计", "总计": "合计",
    "minimum": "min", "maximum": "max", "最小值": "最小", "最大值": "最大",
    "percentile": "quantile", "percentile_cont": "quantile",
    "stdev": "stddev", "std": "stddev", "stddev_samp": "stddev",
    "dcount": "count_distinct", "nunique": "count_distinct", "n_distinct": "count_distinct",
    "个数": "计数", "n": "count",
    "ifnull": "coalesce", "nvl": "coalesce", "isnull": "coalesce", "fillna": "coalesce",
    "iff": "if", "iif": "if", "ifelse": "if", "if_else": "if", "若": "如果",
    "case_when": "case", "casewhen": "case",
    "len": "length", "strlen": "length", "char_length": "length",
    "lower": "lowercase", "tolower": "lowercase", "upper": "uppercase", "toupper": "uppercase",
    "substr": "substring", "mid": "substring", "split": "split_part", "strcat": "concat",
    "paste": "concat", "strip": "trim",
    "ceiling": "ceil", "ln": "log", "取整": "四舍五入",
    "rownum": "row_number", "cumsum": "running_sum", "prev": "lag", "next": "lead",
    "上限值": "上限", "下限值": "下限",
  ]
}
