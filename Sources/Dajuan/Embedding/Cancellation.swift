internal import Synchronization

/// Ends runs from another thread.
///
/// ```swift
/// let cancellation = Cancellation()
/// let answer = Task.detached { try query.run(cancellation: cancellation) }
/// cancellation.request()
/// ```
///
/// A run looks at it every few thousand rows, on every thread that works on it, and throws a
/// ``ScriptError`` that ``ScriptError/isCancelled``. One that has been requested stays so: make another
/// for the next run.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  /// One that is not requested yet.
  public init() {}

  /// Asks all runs that have it to end. From any thread; it may be asked again.
  public func request() { flag.store(true, ordering: .relaxed) }

  /// Whether runs are to end.
  public var isRequested: Bool { flag.load(ordering: .relaxed) }
}
