internal import Synchronization

/// Whether a query is to stop, and how far it is.
///
/// Once it is to stop, it stays so. Work that has no way to throw may then be left where it is: what it
/// gives has the right form but means nothing, and the ``Executor`` comes to a checkpoint, which
/// throws, before anybody looks at it.
final class QueryWatch: Sendable {
  /// Why a query is to stop.
  enum Stop: UInt8 {
    case cancelled = 1
    case tooLong
    /// A function of the host's failed: see ``failure``.
    case failed
  }

  let progress: QueryProgress?
  private let shouldStop: @Sendable () -> Bool
  private let deadline: ContinuousClock.Instant
  private let known = Atomic<UInt8>(0)
  private let hostFailure = Mutex<HostFailure?>(nil)

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - seconds: How long the query may take from now on.
  ///   - progress: What is told how far it is.
  ///   - shouldStop: Asked often, on every thread that works.
  init(
    seconds: Int, progress: QueryProgress? = nil, shouldStop: @escaping @Sendable () -> Bool
  ) {
    self.progress = progress
    self.shouldStop = shouldStop
    // The sum must stay a time.
    deadline = .now + .seconds(min(max(seconds, 0), 1 << 32))
  }

  /// What a function of the host's threw first.
  var failure: HostFailure? { hostFailure.withLock { $0 } }

  /// Ends the query, as a function of the host's failed.
  func fail(_ failure: HostFailure) {
    hostFailure.withLock { $0 = $0 ?? failure }
    _ = known.compareExchange(expected: 0, desired: Stop.failed.rawValue, ordering: .releasing)
  }

  /// Why the query is to stop now; `nil` where it may go on. Cost: a look at the clock, and the asking.
  var stop: Stop? {
    if let stop = Stop(rawValue: known.load(ordering: .relaxed)) { return stop }
    let found: Stop? =
      shouldStop() ? .cancelled : ContinuousClock.now >= deadline ? .tooLong : nil
    guard let found else { return nil }
    // Two threads may find different reasons; the first holds.
    let (isFirst, first) = known.compareExchange(
      expected: 0, desired: found.rawValue, ordering: .relaxed)
    return isFirst ? found : Stop(rawValue: first)
  }
}
