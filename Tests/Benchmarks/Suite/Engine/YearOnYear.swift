extension EngineSuite {
  /// How often an amount has certainly grown by 8% or more on the year before.
  static let yearOnYear = EngineQuery(
    name: "year on year", columns: [.text, .count],
    dajuan: """
      facts | where unit == "元" and nature == actual
      | derive before = lag(value) by place, subject sort period
      | derive step = value / before - 1 | where step >= 8%
      | summarize n = count() by period
      """,
    duckdb: """
      SELECT period, count(*) FROM (
        SELECT period, lower,
          lag(lower) OVER before AS before_lower, lag(upper) OVER before AS before_upper
        FROM facts WHERE unit = '元' AND nature = 'actual'
        WINDOW before AS (PARTITION BY place, subject ORDER BY period, rowid))
      WHERE before_lower > 0 AND lower >= CAST(before_upper AS DECIMAL(22, 4)) * 1.08
      GROUP BY period
      """,
    sqlite: """
      SELECT period, count(*) FROM (
        SELECT period, lower,
          lag(lower) OVER before AS before_lower, lag(upper) OVER before AS before_upper
        FROM facts WHERE unit = '元' AND nature = 'actual'
        WINDOW before AS (PARTITION BY place, subject ORDER BY period, id))
      WHERE before_lower > 0 AND lower * 25 >= before_upper * 27 GROUP BY period
      """,
    index: "nature, unit, place, subject, period, id, lower, upper")
}
