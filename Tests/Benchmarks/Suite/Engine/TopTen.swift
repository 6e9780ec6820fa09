extension EngineSuite {
  /// The ten largest amounts in yuan.
  static let topTen = EngineQuery(
    name: "top ten", columns: [.text, .text, .text, .interval],
    dajuan: """
      facts | where unit == "元" | sort value desc | take 10
      | select place, subject, period, value
      """,
    duckdb: """
      SELECT place, subject, period, lower, upper FROM facts WHERE unit = '元'
      ORDER BY lower DESC NULLS LAST, upper DESC NULLS FIRST, rowid LIMIT 10
      """,
    sqlite: """
      SELECT place, subject, period, lower, upper FROM facts WHERE unit = '元'
      ORDER BY lower DESC NULLS LAST, upper DESC NULLS FIRST, id LIMIT 10
      """,
    index: "unit, lower DESC")
}
