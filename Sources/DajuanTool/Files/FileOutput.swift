internal import DajuanLedger
internal import Glibc

/// Text on its way to a file descriptor, gathered into large writes.
///
/// A pipe closed at the other end ends the process by SIGPIPE, as it does other filters.
final class FileOutput: TextOutputStream {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Whether what the file held before is still there.
  private var holdsFormer = false
  /// The error number of the write that failed; what comes after it is dropped.
  private(set) var failure: Int32?

  private static let capacity = 1 << 16

  init(descriptor: Int32) { self.descriptor = descriptor }

  static func standardOutput() -> FileOutput { FileOutput(descriptor: STDOUT_FILENO) }
  static func standardError() -> FileOutput { FileOutput(descriptor: STDERR_FILENO) }

  /// Opens or creates a file. What it held goes when the first of the new is handed over, so that
  /// a script with mistakes leaves it alone.
  static func file(_ path: String) throws(FileFailure) -> FileOutput {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    let output = FileOutput(descriptor: descriptor)
    output.holdsFormer = true
    return output
  }

  func write(_ string: String) {
    buffer += string.utf8
    if buffer.count >= Self.capacity { flush() }
  }

  /// Hands over what has been gathered.
  func flush() {
    if holdsFormer {
      // A pipe or a device has nothing to cut off.
      if ftruncate(descriptor, 0) != 0, errno != EINVAL { failure = errno }
      holdsFormer = false
    }
    var offset = 0
    while offset < buffer.count, failure == nil {
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
