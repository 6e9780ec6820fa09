internal import DajuanLedger
internal import Glibc

/// Text on its way to a file descriptor, gathered into large writes.
///
/// A pipe closed at the other end ends the process by SIGPIPE, as it does other filters.
final class FileOutput: TextOutputStream {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// The error number of the write that failed; what comes after it is dropped.
  private(set) var failure: Int32?
  /// Asked before each write: whether what is left need not be written any more.
  var isUnwanted: () -> Bool = { false }

  private static let capacity = 1 << 16

  init(descriptor: Int32) { self.descriptor = descriptor }

  static func standardOutput() -> FileOutput { FileOutput(descriptor: STDOUT_FILENO) }
  static func standardError() -> FileOutput { FileOutput(descriptor: STDERR_FILENO) }

  func write(_ string: String) {
    buffer += string.utf8
    if buffer.count >= Self.capacity { flush() }
  }

  /// Takes bytes that are UTF-8 already.
  func write(_ bytes: [UInt8]) {
    buffer += bytes
    if buffer.count >= Self.capacity { flush() }
  }

  /// Hands over what has been gathered.
  func flush() {
    var offset = 0
    while offset < buffer.count, failure == nil, !isUnwanted() {
      let written = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if written >= 0 {
        offset += written
      } else if errno != EINTR {
        failure = errno
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
