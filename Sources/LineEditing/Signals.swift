internal import Glibc
internal import Synchronization

// A handler may do next to nothing: these words, touched before any handler is installed, are
// all it writes to. They belong to the process as signal dispositions do.
private let pendingSignals = Atomic<UInt64>(0)
private let interruptsSeen = Atomic<Int>(0)
private let wakeWriteEnd = Atomic<Int32>(-1)
private let wakeReadEnd = Atomic<Int32>(-1)

private func noteSignal(_ number: Int32) {
  let saved = errno
  pendingSignals.bitwiseOr(1 << UInt64(number), ordering: .sequentiallyConsistent)
  if number == SIGINT { interruptsSeen.wrappingAdd(1, ordering: .relaxed) }
  let descriptor = wakeWriteEnd.load(ordering: .relaxed)
  if descriptor >= 0 {
    var byte: UInt8 = 0
    _ = write(descriptor, &byte, 1)
  }
  errno = saved
}

/// What signals have come, and a descriptor that becomes readable when one does.
///
/// Interrupting `read` is not enough: with several threads the kernel may deliver the signal
/// to another one, and one that comes just before the call is missed. So the handler also
/// writes a byte to a pipe, and the editor waits for its input and that pipe together.
enum Signals {
  /// Readable when a signal has come since `drainWakes`; -1 before the first watch.
  static var wakeDescriptor: Int32 { wakeReadEnd.load(ordering: .relaxed) }

  /// How often SIGINT has come to the process since its first watch.
  static var interruptCount: Int { interruptsSeen.load(ordering: .relaxed) }

  static func isPending(_ number: Int32) -> Bool {
    pendingSignals.load(ordering: .relaxed) & (1 << UInt64(number)) != 0
  }

  /// Whether the signal has come since it was last taken.
  static func take(_ number: Int32) -> Bool {
    let bit: UInt64 = 1 << UInt64(number)
    let old = pendingSignals.bitwiseAnd(~bit, ordering: .sequentiallyConsistent).oldValue
    return old & bit != 0
  }

  static func drainWakes() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(wakeDescriptor, &bytes, bytes.count) > 0 {}
  }

  fileprivate static func prepare() {
    _ = pendingSignals.load(ordering: .relaxed)
    _ = interruptsSeen.load(ordering: .relaxed)
    guard wakeWriteEnd.load(ordering: .relaxed) < 0 else { return }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    wakeReadEnd.store(ends[0], ordering: .relaxed)
    wakeWriteEnd.store(ends[1], ordering: .relaxed)
  }
}

/// Catches signals while it lives, and puts their former dispositions back at its end.
struct SignalWatch: ~Copyable {
  private var former: [(number: Int32, action: sigaction)] = []

  /// Watches `numbers`, and of `unlessIgnored` those that were not ignored: a parent that
  /// ignores hang-ups or stops on behalf of its children means it.
  init(_ numbers: [Int32], unlessIgnored: [Int32] = []) {
    Signals.prepare()
    for number in numbers + unlessIgnored {
      var action = sigaction()
      // No SA_RESTART: a blocked call must return for the signal to be seen.
      action.__sigaction_handler.sa_handler = noteSignal
      var old = sigaction()
      guard sigaction(number, nil, &old) == 0 else { continue }
      if unlessIgnored.contains(number), Self.isIgnored(old) { continue }
      if sigaction(number, &action, nil) == 0 { former.append((number, old)) }
    }
  }

  deinit { Self.restore(former) }

  /// Puts back the former disposition of `number` and sends the process that signal; when it
  /// survives, watches again.
  func passOn(_ number: Int32) {
    guard let old = former.first(where: { $0.number == number }) else { return }
    var watched = sigaction()
    var action = old.action
    guard sigaction(number, &action, &watched) == 0 else { return }
    // Worker threads block all signals; it must act before the watch goes on.
    var one = sigset_t()
    var mask = sigset_t()
    sigemptyset(&one)
    sigaddset(&one, number)
    pthread_sigmask(SIG_UNBLOCK, &one, &mask)
    raise(number)
    pthread_sigmask(SIG_SETMASK, &mask, nil)
    sigaction(number, &watched, nil)
  }

  private static func restore(_ former: [(number: Int32, action: sigaction)]) {
    for (number, action) in former.reversed() {
      var action = action
      sigaction(number, &action, nil)
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
