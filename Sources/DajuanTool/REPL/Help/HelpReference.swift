internal import DajuanSyntax

/// Which page of the reference, the DocC catalog of the library, tells more of a word.
enum HelpReference {
  /// The page's name, which is that of its file.
  static func page(of entry: VocabularyEntry) -> String? {
    switch entry.category {
    case .operator, .keyword: words[entry.english]
    case .function: functions.first { $0.words.contains(entry.english) }?.page
    case .aggregate: "Aggregates"
    case .window: "Windows"
    case .entity: "Tables"
    case .value: "EnumeratedValues"
    case .unit: "Quantities"
    case .type: "Definitions"
    case .column: columns[entry.scope.first ?? ""] ?? "Tables"
    }
  }

  private static let words = [
    "where": "RowsAndColumns", "select": "RowsAndColumns", "derive": "RowsAndColumns",
    "sort": "RowsAndColumns", "take": "RowsAndColumns", "skip": "RowsAndColumns",
    "distinct": "RowsAndColumns", "asc": "RowsAndColumns", "desc": "RowsAndColumns",
    "summarize": "Summaries", "count": "Summaries", "describe": "Summaries", "by": "Summaries",
    "pivot": "Summaries", "values": "Summaries",
    "join": "SeveralTables", "union": "SeveralTables", "on": "SeveralTables",
    "inner": "SeveralTables", "left": "SeveralTables", "semi": "SeveralTables",
    "anti": "SeveralTables",
    "track": "Promises", "cite": "Sources", "assert": "Checks",
    "chart": "Charts", "bar": "Charts", "line": "Charts", "spark": "Charts",
    "let": "Definitions", "def": "Definitions", "param": "Definitions",
    "or": "Conditions", "and": "Conditions", "not": "Conditions", "in": "Conditions",
    "not in": "Conditions", "contains": "Conditions", "not contains": "Conditions",
    "starts": "Conditions", "ends": "Conditions", "matches": "Conditions",
    "overlaps": "Conditions", "is": "Conditions", "is not": "Conditions",
    "missing": "Missing", "present": "Missing", "exact": "Bounds", "to": "Quantities",
    "true": "Conditions", "false": "Conditions",
  ]

  private static let functions: [(page: String, words: Set<String>)] = [
    (
      "NumberFunctions",
      ["abs", "round", "floor", "ceil", "sign", "sqrt", "log", "exp", "least", "greatest"]
    ),
    ("ChoiceFunctions", ["if", "coalesce", "case"]),
    (
      "TextFunctions",
      [
        "length", "lowercase", "uppercase", "trim", "replace", "substring", "concat", "split_part",
      ]
    ),
    ("PeriodFunctions", ["year", "quarter", "month", "start", "end", "duration"]),
    (
      "BoundFunctions",
      ["low", "high", "mid", "width", "bound", "unit", "number", "possibly", "certainly"]
    ),
  ]

  /// By who makes them, where no table does.
  private static let columns = [
    "track": "Promises", "cite": "Sources", "describe": "Summaries", "count": "Summaries",
    "assert": "Checks",
  ]
}
