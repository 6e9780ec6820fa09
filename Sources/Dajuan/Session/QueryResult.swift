public import DajuanLedger
public import DajuanSyntax

/// The answer to one query of a script, with what is needed to show it.
public struct QueryResult: Sendable {
  let answer: Answer
  let ledger: Ledger
  /// The language the query was put in.
  public let language: Language
  /// What is to be drawn of the rows, where the query ends in `chart`.
  var chart: ChartSpecification?

  /// Whether it is what an expression alone comes to: one row with one column.
  public internal(set) var isValue = false

  /// Whether the query ends in `chart`: in a terminal it is drawn, in a ``ChartPage`` as SVG, and the
  /// formats for programs and Markdown have its rows.
  public var isChart: Bool { chart != nil }
  /// The rows. Columns have their English names; figures are as the ledger has them.
  public var table: Table { answer.table }
  /// How many rows the conditions left undecided because an interval lies on both sides.
  public var undecidedByBounds: Int { answer.undecided.bounds }
  /// How many rows the conditions left undecided because a value is missing.
  public var undecidedByMissing: Int { answer.undecided.missing }
  /// How many rows the conditions left undecided because units differ.
  public var undecidedByUnit: Int { answer.undecided.unit }
}

extension QueryResult {
  /// Carries out a plan, that of a query.
  init(
    of plan: Plan, _ query: CheckedQuery, on ledger: Ledger, host: Host, limits: QueryLimits,
    progress: QueryProgress?, shouldStop: @escaping @Sendable () -> Bool
  ) throws(ScriptError) {
    do throws(QueryFailure) {
      let answer = try Executor.run(
        plan, on: ledger, host: host, limits: limits, progress: progress, shouldStop: shouldStop)
      self.init(
        answer: answer, ledger: ledger, language: query.language, chart: query.chart,
        isValue: query.isValue)
    } catch {
      throw ScriptError(error, on: ledger, query.language)
    }
  }
}

extension ScriptError {
  /// What stopped a query.
  init(_ failure: QueryFailure, on ledger: Ledger, _ language: Language) {
    self.init(
      diagnostics: [failure.diagnostic], source: failure.source, isRunTime: true,
      failingRows: failure.failingRows.map {
        QueryResult(answer: $0, ledger: ledger, language: language)
      })
  }
}
