extension EngineSuite {
  /// How much was told of the indicators whose name has a word in it, year by year.
  static let textContains = EngineQuery(
    name: "text contains", columns: [.text, .text, .count],
    dajuan: """
      facts | where subject contains "企业" | summarize n = count() by period, nature
      """,
    duckdb: """
      SELECT period, nature, count(*) FROM facts WHERE contains(subject, '企业')
      GROUP BY period, nature
      """,
    sqlite: """
      SELECT period, nature, count(*) FROM facts WHERE instr(subject, '企业') > 0
      GROUP BY period, nature
      """,
    index: "period, nature, subject")
}
