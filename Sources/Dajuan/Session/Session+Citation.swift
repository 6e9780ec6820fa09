package import DajuanLedger
package import DajuanSyntax

/// A row of an answer with what it rests on.
package struct Citation: Sendable {
  /// How many rows the answer has.
  package let rowCount: Int
  /// The values of the row; none where the answer does not have it.
  package let cells: [Value]
  /// The passages it rests on, as places among the ledger's sources, each once and in their order.
  package let sources: [Int]
}

extension Session {
  /// Finds what a row of a script's last answer rests on, as `cite` does, without that operator's
  /// columns. What the script names is not kept. Cost: that of running its last query with `cite`.
  ///
  /// - Parameters:
  ///   - row: The row, counted from 0 as the answer shows it.
  ///   - source: The script, to be asked in the session it was asked in.
  ///   - shouldStop: Asked between chunks of rows; `true` ends the query.
  ///   - progress: Told how far the query is.
  /// - Returns: The row; `nil` where the script asks nothing.
  /// - Throws: ``ScriptError``, as a run does.
  package func citation(
    ofRow row: Int, of source: Source, shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: QueryProgress? = nil
  ) throws(ScriptError) -> Citation? {
    try StackRoom.call { () throws(ScriptError) in
      try cited(row, source, shouldStop, progress)
    }
  }

  private func cited(
    _ row: Int, _ source: Source, _ shouldStop: @escaping @Sendable () -> Bool,
    _ progress: QueryProgress?
  ) throws(ScriptError) -> Citation? {
    var asking = self
    let queries = try asking.admit(
      ParsedScript.parse(source), source, shouldStop: shouldStop, progress: progress
    ).queries
    guard let query = queries.last else { return nil }
    do throws(QueryFailure) {
      let answer = try Executor.run(
        Plan(query, keepsLineage: true), on: ledger, host: host, limits: limits,
        progress: progress, shouldStop: shouldStop)
      guard (0..<answer.table.count).contains(row) else {
        return Citation(rowCount: answer.table.count, cells: [], sources: [])
      }
      // A value worked out alone has no rows that went into it.
      let lineage = query.isValue ? nil : answer.lineage
      return Citation(
        rowCount: answer.table.count, cells: answer.table.row(row),
        sources: Set(lineage?[row] ?? []).sorted())
    } catch {
      throw ScriptError(
        diagnostics: [error.diagnostic], source: error.source, isRunTime: true,
        failingRows: nil)
    }
  }
}
