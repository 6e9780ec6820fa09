public import DajuanLedger
public import DajuanSyntax
internal import Synchronization

/// A query that has been checked and planned, to be run any number of times, on any thread.
public struct CompiledQuery: Sendable {
  /// The columns of its answers.
  public let columns: [ResultColumn]
  /// The parameters it declares, in order, with the values they have.
  public let parameters: [ScriptParameter]
  /// What is odd in the text and stops nothing.
  public let warnings: [Diagnostic]
  /// The language it is put in.
  public let language: Language

  private let parsed: ParsedScript
  private let source: Source
  private let evaluator: Evaluator
  private let given: [String: GivenValue]
  /// What is to be done; `nil` while a parameter has no value.
  private let plan: Plan?
  private let query: CheckedQuery

  init(
    _ source: Source, _ evaluator: Evaluator, _ cancellation: Cancellation?
  ) throws(ScriptError) {
    let parsed = ParsedScript.parse(source, limits: evaluator.syntaxLimits)
    try self.init(parsed, source, evaluator, [:], evaluator.limits, cancellation)
  }

  private init(
    _ parsed: ParsedScript, _ source: Source, _ evaluator: Evaluator,
    _ given: [String: GivenValue], _ limits: QueryLimits, _ cancellation: Cancellation?
  ) throws(ScriptError) {
    var environment = evaluator.environment
    environment.given = given
    let headings = HeadingFailure()
    environment.distinctValues = Session.distinctValues(
      in: evaluator.ledger, host: evaluator.host, limits: limits,
      shouldStop: { cancellation?.isRequested ?? false }, fail: headings.keep)
    let checked = Checker.check(
      parsed.script, in: source, environment: environment, isDry: true)
    let queries = checked.statements.compactMap { statement -> CheckedQuery? in
      if case .query(let query) = statement { query } else { nil }
    }
    var diagnostics = Session.ordered(parsed.diagnostics + checked.diagnostics)
    let isRight = !diagnostics.contains { $0.severity == .error }
    if isRight, queries.count != 1 {
      let place = queries.dropFirst().first?.origin.place.span ?? Span(at: source.bytes.count)
      diagnostics.append(Diagnostic(.notOneQuery, [String(queries.count)], at: place))
    }
    guard isRight, queries.count == 1 else {
      throw ScriptError(diagnostics: diagnostics, source: source, isRunTime: false)
    }
    query = queries[0]
    columns = query.relation.columns.map(ResultColumn.init)
    language = query.language
    warnings = diagnostics
    parameters = checked.environment.parameters.map { ScriptParameter($0, checked.environment) }
    let isOpen = parameters.contains { $0.value == nil }
    // With a value of its own a parameter may well make a query of it that is answered.
    if let failure = headings.first, !isOpen {
      throw ScriptError(failure, on: evaluator.ledger, language)
    }
    plan = isOpen ? nil : Plan(query)
    (self.parsed, self.source) = (parsed, source)
    (self.evaluator, self.given) = (evaluator, given)
  }

  /// The same query with values for some of its parameters, which others keep.
  ///
  /// - Parameter values: By the parameter's name, without `$`. A quantity must be of the parameter's
  ///   sort; text is read as a literal where the parameter is no text.
  /// - Returns: The query with those values.
  /// - Throws: ``ScriptError`` for a name that is no parameter, a value of another type, or a query that
  ///   these values make wrong.
  ///
  /// Cost: that of checking the query again, some microseconds for a line. A `pivot` runs the query
  /// before it once more, within the evaluator's limits.
  public func bound(to values: [String: Value]) throws(ScriptError) -> CompiledQuery {
    try bound(to: values, evaluator.limits, nil)
  }

  private func bound(
    to values: [String: Value], _ limits: QueryLimits, _ cancellation: Cancellation?
  ) throws(ScriptError) -> CompiledQuery {
    let names = parameters.map(\.name)
    if let unknown = values.keys.sorted().first(where: { !names.contains($0) }) {
      throw refusal(.unknownParameter, unknown, nearest: NearestName(unknown).best(among: names))
    }
    let all = given.merging(values.mapValues(GivenValue.value)) { _, new in new }
    return try StackRoom.call { () throws(ScriptError) in
      try CompiledQuery(parsed, source, evaluator, all, limits, cancellation)
    }
  }

  /// The same query, compiled for another ledger.
  ///
  /// - Throws: ``ScriptError`` where it is wrong there, as for a unit that only the first one has.
  ///
  /// Cost: that of checking the query again.
  public func bound(to ledger: Ledger) throws(ScriptError) -> CompiledQuery {
    try StackRoom.call { () throws(ScriptError) in
      try CompiledQuery(parsed, source, evaluator.asking(ledger), given, evaluator.limits, nil)
    }
  }

  /// Answers it.
  ///
  /// - Parameters:
  ///   - values: Values for parameters, for this run: see ``bound(to:)-([String:Value])``.
  ///   - limits: What it may use; `nil` for the evaluator's.
  ///   - cancellation: Ends it from another thread.
  /// - Returns: The answer.
  /// - Throws: ``ScriptError`` with what stopped it: a limit, a cancellation, a check that failed, an
  ///   error of the host's, a parameter without a value.
  ///
  /// Cost: a few microseconds, and the work on the rows.
  public func run(
    _ values: [String: Value] = [:], limits: QueryLimits? = nil,
    cancellation: Cancellation? = nil
  ) throws(ScriptError) -> QueryResult {
    if !values.isEmpty {
      return try bound(to: values, limits ?? evaluator.limits, cancellation)
        .run(limits: limits, cancellation: cancellation)
    }
    guard let plan else {
      throw refusal(.parameterWithoutValue, parameters.first { $0.value == nil }?.name ?? "")
    }
    return try StackRoom.call { () throws(ScriptError) in
      try QueryResult(
        of: plan, query, on: evaluator.ledger, host: evaluator.host,
        limits: limits ?? evaluator.limits, progress: nil
      ) { cancellation?.isRequested ?? false }
    }
  }

  /// A mistake in the values of parameters, which has no place in the text.
  private func refusal(
    _ code: DiagnosticCode, _ name: String, nearest: String? = nil
  ) -> ScriptError {
    let suggestion = nearest.map {
      Diagnostic.Suggestion(Bilingual("did you mean `\($0)`?", "是不是 `\($0)`？"))
    }
    return ScriptError(
      diagnostics: [Diagnostic(code, [name], at: Span(at: 0), suggestion: suggestion)],
      source: source, isRunTime: true)
  }
}

/// What stopped a query that was run for the columns of a `pivot`.
private final class HeadingFailure: Sendable {
  private let known = Mutex<QueryFailure?>(nil)

  /// The first of them.
  var first: QueryFailure? { known.withLock { $0 } }

  func keep(_ failure: QueryFailure) { known.withLock { $0 = $0 ?? failure } }
}
