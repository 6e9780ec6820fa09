extension EngineSuite {
  /// How many amounts of ten million yuan or more were reported for some years.
  static let filterAndCount = EngineQuery(
    name: "filter and count", columns: [.count],
    dajuan: """
      facts | where value >= 1000万元 and nature == actual and period in 2015..2019 | count
      """,
    duckdb: """
      SELECT count(*) FROM facts
      WHERE unit = '元' AND lower >= 10000000 AND nature = 'actual' AND period BETWEEN 2015 AND 2019
      """,
    sqlite: """
      SELECT count(*) FROM facts
      WHERE unit = '元' AND lower >= 100000000000 AND nature = 'actual'
        AND period BETWEEN 2015 AND 2019
      """,
    index: "nature, unit, period, lower")
}
