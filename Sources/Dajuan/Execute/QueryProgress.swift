internal import Synchronization

/// How far a query is, for somebody who waits for it. Given to a run, which writes to it; may be read on
/// any thread at any time.
public final class QueryProgress: Sendable {
  /// What is being done, and how much of it is done.
  public struct State: Hashable, Sendable {
    /// The operation in the words of the query; empty before the first.
    public var operation = ""
    /// The pieces that are done, of the pass over the rows that is under way.
    public var done = 0
    /// How many pieces it has; 0 where that is not known.
    public var total = 0
  }

  private let operation = Mutex("")
  private let done = Atomic<Int>(0)
  private let total = Atomic<Int>(0)

  /// Before anything is done.
  public init() {}

  /// How far the query is now.
  public var state: State {
    State(
      operation: operation.withLock { $0 }, done: done.load(ordering: .relaxed),
      total: total.load(ordering: .relaxed))
  }

  /// Another operation is in hand.
  func begin(_ text: String) {
    operation.withLock { $0 = text }
    begin(pieces: 0)
  }

  /// Another operation is in hand, one pass of so many pieces.
  func begin(_ text: String, pieces: Int) {
    begin(text)
    begin(pieces: pieces)
  }

  /// Another pass over the rows begins, of so many pieces.
  func begin(pieces: Int) {
    done.store(0, ordering: .relaxed)
    total.store(pieces, ordering: .relaxed)
  }

  /// A piece is done.
  func advance() { done.wrappingAdd(1, ordering: .relaxed) }
}
