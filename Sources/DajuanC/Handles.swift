internal import Synchronization

/// What a handle stands for.
enum Resource: Sendable {
  case ledger(LedgerResource)
  case query(QueryResource)
  case result(ResultResource)
  case error(ErrorResource)
  case cancellation(CancellationResource)
  case text(TextResource)
}

/// The handles that have not been freed. A handle is a number that is given once and never followed, so
/// that any other is told from those that are there.
///
/// Cost: a lock and a look-up for each call.
enum Handles {
  private struct State {
    var resources: [UInt: Resource] = [:]
    var next: UInt = 0x1001
  }

  private static let state = Mutex(State())

  /// Gives a resource a handle.
  static func add(_ resource: Resource) -> OpaquePointer? {
    state.withLock { state in
      let number = state.next
      // Odd numbers, which no allocated object has for an address.
      state.next += 2
      state.resources[number] = resource
      return OpaquePointer(bitPattern: number)
    }
  }

  /// What a handle stands for.
  static func resource(_ handle: OpaquePointer?) -> Resource? {
    guard let handle else { return nil }
    return state.withLock { $0.resources[UInt(bitPattern: handle)] }
  }

  static func ledger(_ handle: OpaquePointer?) -> LedgerResource? {
    if case .ledger(let ledger) = resource(handle) { ledger } else { nil }
  }

  static func query(_ handle: OpaquePointer?) -> QueryResource? {
    if case .query(let query) = resource(handle) { query } else { nil }
  }

  static func result(_ handle: OpaquePointer?) -> ResultResource? {
    if case .result(let result) = resource(handle) { result } else { nil }
  }

  static func error(_ handle: OpaquePointer?) -> ErrorResource? {
    if case .error(let error) = resource(handle) { error } else { nil }
  }

  static func cancellation(_ handle: OpaquePointer?) -> CancellationResource? {
    if case .cancellation(let found) = resource(handle) { found } else { nil }
  }

  static func text(_ handle: OpaquePointer?) -> TextResource? {
    if case .text(let text) = resource(handle) { text } else { nil }
  }

  /// Forgets a handle. The resource is let go outside the lock: that may take a while.
  static func free(_ handle: UnsafeRawPointer?) {
    guard let handle else { return }
    let resource = state.withLock { $0.resources.removeValue(forKey: UInt(bitPattern: handle)) }
    _ = consume resource
  }

  static var count: Int { state.withLock { $0.resources.count } }
}
