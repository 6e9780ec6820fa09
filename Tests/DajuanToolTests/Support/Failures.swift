import Glibc

/// A call of the system that failed.
struct SystemFailure: Error, CustomStringConvertible {
  let call: String
  let code: Int32

  init(_ call: String, code: Int32 = errno) {
    self.call = call
    self.code = code
  }

  var description: String { "\(call): \(String(cString: strerror(code)))" }
}

/// What was waited for did not come in time.
struct Timeout: Error, CustomStringConvertible {
  let awaited: String
  /// What there was to see instead.
  let seen: String

  var description: String { "waited in vain for \(awaited); there was:\n\(seen)" }
}

/// A moment to be done by. Generous: it only bounds how long a failing test takes.
struct Deadline {
  private let end: ContinuousClock.Instant

  init(seconds: Int = 30) { end = .now + .seconds(seconds) }

  var hasPassed: Bool { ContinuousClock.now >= end }

  /// For `poll`: what is left, in milliseconds.
  var milliseconds: Int32 {
    let left = ContinuousClock.now.duration(to: end)
    return Int32(clamping: max(0, left.components.seconds * 1000 + 1))
  }
}
