extension EngineSuite {
  /// The middle amount in yuan of each year, as an interval.
  static let medianByYear = EngineQuery(
    name: "median by year", columns: [.text, .interval],
    dajuan: """
      facts | where unit == "元" and nature == actual | summarize middle = median(value) by period
      """,
    // No lower end comes before every number and no upper end after; neither is the middle.
    duckdb: """
      SELECT period, median(coalesce(lower, -99999999999999)), median(coalesce(upper, 99999999999999))
      FROM facts WHERE unit = '元' AND nature = 'actual' GROUP BY period
      """,
    sqlite: """
      WITH chosen AS (
        SELECT period, coalesce(lower, -999999999999999999) AS lower,
          coalesce(upper, 999999999999999999) AS upper
        FROM facts WHERE unit = '元' AND nature = 'actual'),
      lowers AS (
        SELECT period, lower, row_number() OVER (PARTITION BY period ORDER BY lower) AS place,
          count(*) OVER (PARTITION BY period) AS n FROM chosen),
      uppers AS (
        SELECT period, upper, row_number() OVER (PARTITION BY period ORDER BY upper) AS place,
          count(*) OVER (PARTITION BY period) AS n FROM chosen)
      SELECT a.period, a.middle, b.middle
      FROM (SELECT period, sum(lower) / count(*) AS middle FROM lowers
            WHERE place IN ((n + 1) / 2, (n + 2) / 2) GROUP BY period) a
      JOIN (SELECT period, sum(upper) / count(*) AS middle FROM uppers
            WHERE place IN ((n + 1) / 2, (n + 2) / 2) GROUP BY period) b USING (period)
      """,
    index: "nature, unit, period, lower, upper")
}
