extension EngineSuite {
  /// How many indicators were told of, and of how many districts, year by year.
  static let distinctCount = EngineQuery(
    name: "distinct count", columns: [.text, .count, .count],
    dajuan: """
      facts | summarize subjects = count_distinct(subject), places = count_distinct(place) by period
      """,
    duckdb: """
      SELECT period, count(DISTINCT subject), count(DISTINCT place) FROM facts GROUP BY period
      """,
    sqlite: """
      SELECT period, count(DISTINCT subject), count(DISTINCT place) FROM facts GROUP BY period
      """,
    index: "period, subject, place")
}
