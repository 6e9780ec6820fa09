extension EngineSuite {
  /// What was reported of each indicator in yuan, taken together: at least so much.
  static let sumByIndicator = EngineQuery(
    name: "sum by indicator", columns: [.text, .exact, .count],
    dajuan: """
      facts | where unit == "元" and nature == actual
      | summarize total = sum(low(value)), n = count() by subject
      """,
    duckdb: """
      SELECT subject, sum(lower), count(*) FROM facts
      WHERE unit = '元' AND nature = 'actual' GROUP BY subject
      """,
    // A sum of ten-thousandths may leave 64 bits: it is taken in two parts, which are one column.
    sqlite: """
      SELECT subject, sum(lower / 1000000000) AS total_high, sum(lower % 1000000000) AS total_low,
        count(*)
      FROM facts WHERE unit = '元' AND nature = 'actual' GROUP BY subject
      """,
    index: "nature, unit, subject, lower")
}
