public import DajuanSyntax

extension Session {
  /// What can be shown of how a script is understood and carried out.
  public enum Phase: String, CaseIterable, Sendable {
    /// The words and signs it is made of, one a line.
    case tokens
    /// The tree they make.
    case tree
    /// The columns of each answer with their types.
    case checked
    /// What is to be done, one operation a line.
    case plan
    /// The plan after a run, with the rows and the time of each operation.
    case analyze
  }

  /// Shows what one phase makes of a script. Only ``Phase/analyze`` runs its queries; the answers are
  /// left out. What the script names is kept, as after a run, from ``Phase/checked`` on.
  ///
  /// - Parameters:
  ///   - source: The script.
  ///   - phase: The phase.
  ///   - shouldStop: Asked between chunks of rows, on every thread that works; `true` ends the query
  ///     that is running.
  ///   - progress: Told how far the query that is running is.
  /// - Returns: Lines, without a break at the end; those of several queries are set apart by an empty
  ///   one.
  /// - Throws: ``ScriptError`` with the mistakes that keep the phase from being reached, or with what
  ///   stopped a query.
  public mutating func explain(
    _ source: Source, _ phase: Phase, shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: QueryProgress? = nil
  ) throws(ScriptError) -> String {
    try StackRoom.call { () throws(ScriptError) in
      try explained(source, phase, shouldStop, progress)
    }
  }

  private mutating func explained(
    _ source: Source, _ phase: Phase, _ shouldStop: @escaping @Sendable () -> Bool,
    _ progress: QueryProgress?
  ) throws(ScriptError) -> String {
    let parsed = ParsedScript.parse(source)
    switch phase {
    case .tokens: return LexedSource.lex(source).dump
    case .tree: return parsed.script.dump
    case .checked, .plan, .analyze: break
    }
    let queries = try admit(parsed, source, shouldStop: shouldStop, progress: progress).queries
    var parts: [String] = []
    for query in queries {
      switch phase {
      case .tokens, .tree: break
      case .checked: parts.append(query.relation.summary(query.language))
      case .plan: parts.append(Plan(query).dump)
      case .analyze:
        let plan = Plan(query)
        do throws(QueryFailure) {
          let answer = try Executor.run(
            plan, on: ledger, host: host, limits: limits, progress: progress, shouldStop: shouldStop
          )
          parts.append(plan.dump(answer.profile))
        } catch {
          throw ScriptError(
            diagnostics: [error.diagnostic], source: error.source, isRunTime: true,
            failingRows: nil)
        }
      }
    }
    return parts.joined(separator: "\n\n")
  }
}

extension Relation {
  /// A column a line: its name, and what it holds.
  fileprivate func summary(_ language: Language) -> String {
    columns.map { column in
      let type = column.type?.summary[language] ?? ""
      return column.label(in: language) + (type.isEmpty ? "" : "  " + type)
    }.joined(separator: "\n")
  }
}
