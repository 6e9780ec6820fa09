extension EngineSuite {
  /// Each target beside what was reported of it: how many were met, and by how much on average.
  static let targetAgainstOutcome = EngineQuery(
    name: "target against outcome", columns: [.text, .count, .count, .quotient],
    dajuan: """
      let promised = facts | where nature == target | select place, subject, period, unit, goal = value
      facts | where nature == actual | join promised on place, subject, period, unit
      | derive gap = low(value) - low(goal)
      | summarize pairs = count(), met = sum(if(low(value) >= low(goal), 1, 0)), gap = avg(gap) by unit
      """,
    duckdb: """
      SELECT a.unit, count(*), sum(CASE WHEN a.lower >= b.lower THEN 1 WHEN a.lower < b.lower THEN 0 END),
        avg(a.lower - b.lower)
      FROM facts a JOIN facts b USING (place, subject, period, unit)
      WHERE a.nature = 'actual' AND b.nature = 'target' GROUP BY a.unit
      """,
    sqlite: """
      SELECT a.unit, count(*), sum(CASE WHEN a.lower >= b.lower THEN 1 WHEN a.lower < b.lower THEN 0 END),
        avg(a.lower - b.lower)
      FROM facts a JOIN facts b USING (place, subject, period, unit)
      WHERE a.nature = 'actual' AND b.nature = 'target' GROUP BY a.unit
      """,
    index: "nature, place, subject, period, unit, lower")
}
