internal import Glibc

/// An open file, closed when it goes out of scope. Errors are the system's error numbers.
struct FileDescriptor: ~Copyable {
  struct Failure: Error { var code: Int32 }

  let number: Int32

  /// Takes over an open descriptor.
  init(owning number: Int32) { self.number = number }

  init(path: String, flags: Int32, mode: mode_t = 0) throws(Failure) {
    var opened: Int32
    repeat {
      opened = open(path, flags | O_CLOEXEC, mode)
    } while opened < 0 && errno == EINTR
    number = opened
    if number < 0 { throw Failure(code: errno) }
  }

  deinit { if number >= 0 { close(number) } }

  func status() throws(Failure) -> stat {
    var status = stat()
    if fstat(number, &status) != 0 { throw Failure(code: errno) }
    return status
  }

  /// All bytes from `offset` to the end.
  func read(from offset: Int64) throws(Failure) -> [UInt8] {
    if lseek(number, off_t(offset), SEEK_SET) < 0 { throw Failure(code: errno) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(number, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes.append(contentsOf: chunk[..<count])
      } else if errno != EINTR {
        throw Failure(code: errno)
      }
    }
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(number, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw Failure(code: errno)
      }
    }
  }

  /// Locks the file against other sessions. A file system without locks counts as locked:
  /// appending is still one write at the end. Waits up to two seconds, so that a stopped
  /// session that holds the lock does not freeze this one.
  func lock(exclusive: Bool) throws(Failure) {
    let operation = (exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB
    for attempt in 0... {
      if flock(number, operation) == 0 { return }
      switch errno {
      case EINTR: continue
      case ENOLCK, ENOTSUP, EINVAL: return
      case EWOULDBLOCK where attempt < 400: usleep(5000)
      default: throw Failure(code: errno)
      }
    }
  }
}
