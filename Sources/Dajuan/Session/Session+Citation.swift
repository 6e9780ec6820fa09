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
    var asking = self
    let queries = try asking.admit(
      ParsedScript.parse(source), source, shouldStop: shouldStop, progress: progress
    ).queries
    guard let query = queries.last else { return nil }
    do throws(QueryFailure) {
      let answer = try Executor.run(
        Plan(query, keepsLineage: true), on: ledger, limits: limits, progress: progress,
        shouldStop: shouldStop)
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

extension Session {
  /// What a name of the session's own stands for, as a person wrote it; `nil` for a name it has not
  /// made, and for functions, which ``functions`` has.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - language: The language of the words for it.
  /// - Returns: What kind of thing it is, in a line.
  package func summary(ofName name: String, in language: Language) -> String? {
    guard let binding = environment.bindings[name] else { return nil }
    let isChinese = language == .chinese
    switch binding {
    case .query(let query):
      let columns = query.relation.columns.map { $0.label(in: language) }
      return (isChinese ? "查询，列：" : "a query; its columns: ")
        + columns.joined(separator: isChinese ? "，" : ", ")
    case .value(let formula):
      let type = formula.type?.summary[language] ?? ""
      return (isChinese ? "值" : "a value") + (type.isEmpty ? "" : (isChinese ? "，" : ", ") + type)
    }
  }

  /// The names that `let` and `param` have made.
  package var names: [String] { environment.bindings.keys.sorted() }
}
