public import DajuanLedger
public import DajuanSyntax

/// A conversation with a ledger: what `let` has named, and the last query, which a leading `|`
/// goes on from.
///
/// A value: a copy goes its own way. To use one from several threads, give each its own copy. A call may be
/// made from a thread with a small stack: what takes room is then done on another, for which it waits.
public struct Session: Sendable {
  /// The ledger the queries are asked of.
  public let ledger: Ledger
  /// What the program around it adds to the language.
  public let host: Host
  var environment: Environment
  /// What completion has found out about the ledger's columns; shared by copies of the session.
  let columnValues = ColumnValueCache()
  /// What each query may use.
  public var limits = QueryLimits.default

  /// Starts a conversation.
  public init(ledger: Ledger, host: Host = .none) {
    self.ledger = ledger
    self.host = host
    environment = Environment(ledger: ledger, host: host)
  }

  /// Checks a whole script, then runs its queries in order.
  ///
  /// All mistakes of the script are found before anything runs; a script with mistakes changes
  /// nothing.
  ///
  /// - Parameters:
  ///   - source: The script, or one line of it.
  ///   - shouldStop: Asked between chunks of rows, on every thread that works; `true` ends the query
  ///     that is running.
  ///   - progress: Told how far the query that is running is.
  ///   - warn: Called with each thing that is odd but stops nothing, before anything runs.
  ///   - show: Called with each answer as soon as it is there.
  /// - Throws: ``ScriptError`` with the mistakes, or with what stopped a query.
  public mutating func run(
    _ source: Source, shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: QueryProgress? = nil,
    warn: (Diagnostic) -> Void = { _ in },
    show: (QueryResult) -> Void
  ) throws(ScriptError) {
    let (queries, warnings) = try StackRoom.call { () throws(ScriptError) in
      try admit(ParsedScript.parse(source), source, shouldStop: shouldStop, progress: progress)
    }
    warnings.forEach(warn)
    for query in queries {
      // What is shown is shown on the caller's thread.
      show(
        try StackRoom.call { () throws(ScriptError) in
          try QueryResult(
            of: Plan(query), query, on: ledger, host: host, limits: limits, progress: progress,
            shouldStop: shouldStop)
        })
    }
  }

  /// Checks a script that has been parsed, and keeps what it names.
  ///
  /// - Returns: Its queries, and what is odd in it.
  /// - Throws: ``ScriptError`` with the mistakes; the session is then as it was.
  mutating func admit(
    _ parsed: ParsedScript, _ source: Source, shouldStop: @escaping @Sendable () -> Bool,
    progress: QueryProgress?
  ) throws(ScriptError) -> (queries: [CheckedQuery], warnings: [Diagnostic]) {
    let checked = Checker.check(
      parsed.script, in: source,
      environment: environmentForPivots(progress: progress, shouldStop: shouldStop),
      shouldStop: shouldStop)
    let diagnostics = Self.ordered(parsed.diagnostics + checked.diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw ScriptError(diagnostics: diagnostics, source: source, isRunTime: false)
    }
    environment = checked.environment
    environment.distinctValues = nil
    var queries: [CheckedQuery] = []
    for case .query(let query) in checked.statements { queries.append(query) }
    return (queries, diagnostics)
  }

  /// What a script may refer to, with the means to run the query before a `pivot`.
  func environmentForPivots(
    progress: QueryProgress? = nil, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) -> Environment {
    var able = environment
    able.distinctValues = Self.distinctValues(
      in: ledger, host: host, limits: limits, progress: progress, shouldStop: shouldStop)
    return able
  }

  /// Finds everything that is wrong with a script or odd in it, in the order of the text. Parameters need
  /// no values; names that the script makes and never uses are told.
  ///
  /// Nothing runs but what a `pivot` needs to find its columns, within ``limits``; where that is stopped,
  /// what depends on them is passed over.
  ///
  /// - Parameters:
  ///   - source: The script, which sees what the session has named.
  ///   - shouldStop: Asked while the query before a `pivot` runs; `true` ends it.
  /// - Returns: The mistakes and warnings.
  public func check(
    _ source: Source, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) -> [Diagnostic] {
    StackRoom.call {
      let parsed = ParsedScript.parse(source)
      let checked = Checker.check(
        parsed.script, in: source, environment: environmentForPivots(shouldStop: shouldStop),
        isDry: true)
      let all = parsed.diagnostics + checked.diagnostics
      let isWhole = !all.contains { $0.severity == .error }
      // Names that only what could not be read uses are not unused.
      return Self.ordered(all.filter { isWhole || $0.code != .unusedName })
    }
  }

  /// What the phases found, in the order of the text; damaged input must not fill the screen. Of
  /// warnings alone the first are told, as they stop nothing.
  static func ordered(
    _ found: [Diagnostic], limit: Int = SyntaxLimits.default.diagnostics
  ) -> [Diagnostic] {
    let all = found.enumerated()
      .sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }
      .map(\.element)
    guard all.count > limit else { return all }
    let first = Array(all[..<limit])
    guard all.contains(where: { $0.severity == .error }) else { return first }
    return first + [Diagnostic(.tooManyMistakes, [String(limit)], at: all[limit].span)]
  }

  /// Whether more lines could complete what the text begins: a bracket is open, or its last line
  /// ends in `|`, `,` or an operator.
  public static func isIncomplete(_ text: String) -> Bool {
    StackRoom.call { ParsedScript.parse(Source(text)).isOpen }
  }
}
