internal import Glibc

/// Why the history file could not be read or written.
package struct HistoryProblem: Error, Equatable, CustomStringConvertible {
  /// What was being done.
  package enum Operation: String, Sendable {
    /// Reading the file when the session starts.
    case read
    /// Adding a statement.
    case append
    /// Dropping the oldest statements.
    case trim
  }

  /// What was being done.
  package var operation: Operation

  /// The file.
  package var path: String

  /// The system's error number (`errno`).
  package var code: Int32

  /// The path and the system's words for the error.
  package var description: String {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return "\(path): \(reason)"
  }
}
