internal import Glibc

/// Ctrl-C seen as a flag, while the host computes.
///
/// As long as one exists, SIGINT no longer ends the process but raises a flag that any thread
/// may poll; `remove` or the end of its life puts the former disposition back. `LineEditor`
/// may read lines in the meantime: a Ctrl-C at its prompt drops the line and does not raise
/// the flag for the host.
package struct Interrupts: ~Copyable {
  private let watch: SignalWatch

  /// Starts to catch SIGINT.
  package init() {
    watch = SignalWatch([SIGINT])
    Self.clear()
  }

  /// Whether Ctrl-C came since the flag was last cleared. Cost: one relaxed atomic load.
  package static var isPending: Bool { Signals.isPending(SIGINT) }

  /// Lowers the flag, usually before a query starts.
  package static func clear() { _ = Signals.take(SIGINT) }

  /// Puts back what SIGINT did before.
  package consuming func remove() {}
}
