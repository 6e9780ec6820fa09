package import DajuanLedger
import DajuanSyntax

extension Session {
  /// Answers the checker's question which values a pivot makes columns of, by running the query.
  package static func distinctValues(
    in ledger: Ledger, host: Host = .none, limits: QueryLimits = .default,
    progress: QueryProgress? = nil,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    fail: @escaping @Sendable (QueryFailure) -> Void = { _ in }
  ) -> Environment.DistinctValues {
    { query, column, limit in
      let plan = Plan(query.distinctValues(of: column, limit: limit))
      do throws(QueryFailure) {
        let answer = try Executor.run(
          plan, on: ledger, host: host, limits: limits, progress: progress,
          shouldStop: shouldStop)
        let table = answer.table
        return (0..<table.count).map { table[$0, 0] }
      } catch {
        fail(error)
        return nil
      }
    }
  }
}

extension CheckedQuery {
  /// The query that goes on to the distinct values of one column, in order, missing last.
  fileprivate func distinctValues(of column: Int, limit: Int) -> CheckedQuery {
    let source = steps.last?.source ?? Source("")
    let place = Span(at: 0)
    var values = relation
    values.columns = [relation.columns[column]]
    let kinds: [Step.Kind] = [
      .project([Formula(.column(column), relation.columns[column].type, place)]),
      .distinct([0]),
      .sort([
        Step.SortOrder(
          formula: Formula(.column(0), relation.columns[column].type, place), isDescending: false)
      ]),
      .slice(Step.Slice(skip: 0, take: limit, groups: [])),
    ]
    var result = self
    result.relation = values
    result.steps += kinds.map { Step(kind: $0, relation: values, span: place, source: source) }
    return result
  }
}
