import DajuanLedger
internal import Synchronization

/// Finds the columns that a `pivot` before the cursor makes.
///
/// The statement is checked many times for one key press, and its query must not be run each time, nor
/// for long: where a large ledger does not answer in time, the columns are not known.
final class PivotHeadings: Sendable {
  private struct Question: Hashable {
    let steps: Int
    let column: Int
    let limit: Int
  }

  private let answers = Mutex<[Question: [Value]?]>([:])
  private let ledger: Ledger
  /// How long a run may take: for ever where it cannot take long.
  private let patience: Duration?

  init(of ledger: Ledger) {
    self.ledger = ledger
    patience = ledger.table(.facts).count > 100_000 ? .milliseconds(2) : nil
  }

  /// The values as ``Environment/DistinctValues`` has them.
  func find(_ query: CheckedQuery, _ column: Int, _ limit: Int) -> [Value]? {
    let question = Question(steps: query.steps.count, column: column, limit: limit)
    if let known = answers.withLock({ $0[question] }) { return known }
    let clock = ContinuousClock()
    let end = patience.map { clock.now + $0 }
    let find = Session.distinctValues(in: ledger) { end.map { clock.now > $0 } ?? false }
    let answer = find(query, column, limit)
    answers.withLock { $0[question] = answer }
    return answer
  }
}
