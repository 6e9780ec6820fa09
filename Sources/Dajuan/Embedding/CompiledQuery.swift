public import DajuanLedger
public import DajuanSyntax
internal import Synchronization

/// A query that has been checked and planned, to be run any number of times, on any thread.
public struct CompiledQuery: Sendable {
  /// The columns of its answers.
  public var columns: [ResultColumn] { checked.columns }
  /// The parameters it declares, in order, with the values they have.
  public var parameters: [ScriptParameter] {
    checked.parameters.map { ScriptParameter($0, given) }
  }
  /// What is odd in the text and stops nothing.
  public var warnings: [Diagnostic] { checked.warnings }
  /// The language it is put in.
  public var language: Language { checked.query.language }

  private let checked: Checked
  /// The values that parameters were given, as they were given.
  private var given: [String: GivenValue]
  /// Those of them that were given since the query was checked.
  private var values: [String: Value] = [:]
  /// What is to be done; `nil` while a parameter has no value.
  private var plan: Plan?

  /// What the checker made of the text.
  private final class Checked: Sendable {
    let parsed: ParsedScript
    let source: Source
    let evaluator: Evaluator
    let query: CheckedQuery
    let columns: [ResultColumn]
    let parameters: [DeclaredParameter]
    /// The parameters whose values had a part in it.
    let decisive: Set<String>
    let warnings: [Diagnostic]

    init(
      _ parsed: ParsedScript, _ source: Source, _ evaluator: Evaluator, _ query: CheckedQuery,
      _ parameters: [DeclaredParameter], decisive: Set<String>, warnings: [Diagnostic]
    ) {
      (self.parsed, self.source, self.evaluator) = (parsed, source, evaluator)
      (self.query, self.parameters) = (query, parameters)
      (self.decisive, self.warnings) = (decisive, warnings)
      columns = query.relation.columns.map(ResultColumn.init)
    }
  }

  init(
    _ source: Source, _ evaluator: Evaluator, _ limits: QueryLimits, _ cancellation: Cancellation?
  ) throws(ScriptError) {
    let parsed = ParsedScript.parse(source, limits: evaluator.syntaxLimits)
    try self.init(parsed, source, evaluator, [:], limits, cancellation)
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
    let found = Checker.check(parsed.script, in: source, environment: environment, isDry: true)
    let queries = found.statements.compactMap { statement -> CheckedQuery? in
      if case .query(let query) = statement { query } else { nil }
    }
    var diagnostics = Session.ordered(parsed.diagnostics + found.diagnostics)
    let isRight = !diagnostics.contains { $0.severity == .error }
    if isRight, queries.count != 1 {
      let place = queries.dropFirst().first?.origin.place.span ?? Span(at: source.bytes.count)
      diagnostics.append(Diagnostic(.notOneQuery, [String(queries.count)], at: place))
    }
    guard isRight, queries.count == 1 else {
      throw ScriptError(diagnostics: diagnostics, source: source, isRunTime: false)
    }
    // Columns that a pivot could not be given are looked for again with the next value.
    checked = Checked(
      parsed, source, evaluator, queries[0], found.environment.parameters,
      decisive: headings.first == nil
        ? found.decisive : Set(found.environment.parameters.map(\.name)), warnings: diagnostics)
    self.given = given
    // With a value of its own a parameter may well make a query of it that is answered.
    if let failure = headings.first, missingParameter == nil {
      throw ScriptError(failure, on: evaluator.ledger, queries[0].language)
    }
    plan = missingParameter == nil ? Plan(queries[0]) : nil
  }

  /// The first parameter without a value.
  private var missingParameter: String? {
    checked.parameters.first { $0.defaultText == nil && given[$0.name] == nil }?.name
  }

  /// The same query with values for some of its parameters, which others keep.
  ///
  /// - Parameters:
  ///   - values: By the parameter's name, without `$`. A quantity must be of the parameter's sort, and
  ///     may be a year where that is a period; text is read as a literal where the parameter is no text.
  ///   - limits: What a query that a `pivot` needs may use; `nil` for the evaluator's.
  ///   - cancellation: Ends that query from another thread.
  /// - Returns: The query with those values.
  /// - Throws: ``ScriptError`` for a name that is no parameter, a value of another type, or a query that
  ///   these values make wrong.
  ///
  /// Cost: about a microsecond. Where the value itself has a part in what the query means, as the
  /// number in `take $n` or a name that is compared with `indicators.name`, the query is checked again,
  /// which takes some microseconds for a line; a `pivot` runs the query before it once more.
  public func bound(
    to values: [String: Value], limits: QueryLimits? = nil, cancellation: Cancellation? = nil
  ) throws(ScriptError) -> CompiledQuery {
    let names = checked.parameters.map(\.name)
    if let unknown = values.keys.sorted().first(where: { !names.contains($0) }) {
      throw refusal(.unknownParameter, unknown, nearest: NearestName(unknown).best(among: names))
    }
    return try StackRoom.call { () throws(ScriptError) in
      if let bound = takingIn(values) { return bound }
      return try CompiledQuery(
        checked.parsed, checked.source, checked.evaluator,
        given.merging(values.mapValues(GivenValue.value)) { _, new in new },
        limits ?? checked.evaluator.limits, cancellation)
    }
  }

  /// The query with more values; `nil` where it has to be checked again, for what it comes to with them or
  /// for what is wrong with them.
  private func takingIn(_ values: [String: Value]) -> CompiledQuery? {
    var bound = self
    for parameter in checked.parameters {
      guard let value = values[parameter.name] else { continue }
      let given = GivenValue.value(value)
      guard !checked.decisive.contains(parameter.name),
        case .value(let read) = Checker.read(
          given, as: parameter.type, checked.evaluator.environment)
      else { return nil }
      bound.given[parameter.name] = given
      bound.values[parameter.name] = read
    }
    bound.plan = bound.missingParameter == nil ? Plan(checked.query, values: bound.values) : nil
    return bound
  }

  /// The same query, compiled for another ledger.
  ///
  /// - Parameters:
  ///   - ledger: The ledger.
  ///   - limits: What a query that a `pivot` needs may use; `nil` for the evaluator's.
  ///   - cancellation: Ends that query from another thread.
  /// - Returns: The query with the values it has.
  /// - Throws: ``ScriptError`` where it is wrong there, as for a unit that only the first one has.
  ///
  /// Cost: that of checking the query again.
  public func bound(
    to ledger: Ledger, limits: QueryLimits? = nil, cancellation: Cancellation? = nil
  ) throws(ScriptError) -> CompiledQuery {
    let evaluator = checked.evaluator.asking(ledger)
    return try StackRoom.call { () throws(ScriptError) in
      try CompiledQuery(
        checked.parsed, checked.source, evaluator, given, limits ?? evaluator.limits, cancellation)
    }
  }

  /// Answers it.
  ///
  /// - Parameters:
  ///   - values: Values for parameters, for this run: see ``bound(to:limits:cancellation:)-([String:Value],_,_)``.
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
      return try bound(to: values, limits: limits, cancellation: cancellation)
        .run(limits: limits, cancellation: cancellation)
    }
    guard let plan else {
      throw refusal(.parameterWithoutValue, missingParameter ?? "")
    }
    let evaluator = checked.evaluator
    return try StackRoom.call { () throws(ScriptError) in
      try QueryResult(
        of: plan, checked.query, on: evaluator.ledger, host: evaluator.host,
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
      source: checked.source, isRunTime: true)
  }
}

/// What stopped a query that was run for the columns of a `pivot`.
private final class HeadingFailure: Sendable {
  private let known = Mutex<QueryFailure?>(nil)

  /// The first of them.
  var first: QueryFailure? { known.withLock { $0 } }

  func keep(_ failure: QueryFailure) { known.withLock { $0 = $0 ?? failure } }
}
