extension EngineSuite {
  /// The mean percentage that each district reported for each year, as an interval.
  static let averageByDistrict = EngineQuery(
    name: "average by district and year", columns: [.text, .text, .quotients, .count],
    dajuan: """
      facts | where unit == "%" and nature == actual and bound in (exact, about)
      | summarize mean = avg(value), n = count() by place, period
      """,
    duckdb: """
      SELECT place, period, avg(lower), avg(upper), count(*) FROM facts
      WHERE unit = '%' AND nature = 'actual' AND bound IN ('exact', 'about')
      GROUP BY place, period
      """,
    sqlite: """
      SELECT place, period, avg(lower), avg(upper), count(*) FROM facts
      WHERE unit = '%' AND nature = 'actual' AND bound IN ('exact', 'about')
      GROUP BY place, period
      """,
    index: "nature, unit, place, period, bound, lower, upper")
}
