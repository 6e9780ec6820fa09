import DajuanLedger
internal import Synchronization

/// Finds the columns that a `pivot` before the cursor makes.
///
/// The statement is checked many times for one key press, and its query must not be run each time, nor
/// for long. On a large ledger the words of a stored column are taken as they are listed, whether or not
/// a condition leaves rows of each; anything else that is not answered in time is not known.
final class PivotHeadings: Sendable {
  private struct Question: Hashable {
    let steps: Int
    let column: Int
    let limit: Int
  }

  private let answers = Mutex<[Question: [Value]?]>([:])
  private let ledger: Ledger
  private let host: Host
  /// How long a run may take: for ever where it cannot take long.
  private let patience: Duration?

  convenience init(of ledger: Ledger, host: Host) {
    self.init(
      of: ledger, host: host,
      patience: ledger.table(.facts).count > 100_000 ? .milliseconds(1) : nil)
  }

  init(of ledger: Ledger, host: Host = .none, patience: Duration?) {
    (self.ledger, self.host, self.patience) = (ledger, host, patience)
  }

  /// The values as ``Environment/DistinctValues`` has them.
  func find(_ query: CheckedQuery, _ column: Int, _ limit: Int) -> [Value]? {
    let question = Question(steps: query.steps.count, column: column, limit: limit)
    if let known = answers.withLock({ $0[question] }) { return known }
    if patience != nil, let words = listed(query.relation.columns[column], limit) { return words }
    let clock = ContinuousClock()
    let end = patience.map { clock.now + $0 }
    let find = Session.distinctValues(
      in: ledger, host: host, shouldStop: { end.map { clock.now > $0 } ?? false })
    let answer = find(query, column, limit)
    answers.withLock { $0[question] = answer }
    return answer
  }

  /// The words of a stored column, where there are no more than so many.
  private func listed(_ column: RelationColumn, _ limit: Int) -> [Value]? {
    guard let origin = column.origin else { return nil }
    let table = ledger.table(origin.entity)
    guard let index = table.schema.index(of: origin.name),
      case .text(let stored) = table.columns[index], stored.words.count <= limit
    else { return nil }
    return stored.words.strings.sorted().map(Value.text)
  }
}
