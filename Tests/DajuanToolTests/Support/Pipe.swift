import Glibc
import Synchronization

/// A pipe of which no other process inherits an end by accident. A closed end has number -1.
final class Pipe {
  private(set) var readEnd: Int32
  private(set) var writeEnd: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    let code = inheritance.withLock { _ in
      let code = pipe(&ends)
      for end in ends where code == 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return code
    }
    guard code == 0 else { throw SystemFailure("pipe") }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    closeReadEnd()
    closeWriteEnd()
  }

  func closeReadEnd() {
    if readEnd >= 0 { close(readEnd) }
    readEnd = -1
  }

  func closeWriteEnd() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }

  /// Reads what there is; false at the end.
  func read(into bytes: inout [UInt8]) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(readEnd, &chunk, chunk.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    bytes += chunk[..<count]
    return count > 0
  }

  /// Writes as much as fits; -1 and `errno` where nobody reads any more.
  ///
  /// The signal that comes with that is kept from this process, which other tests share.
  func write(_ bytes: UnsafeRawBufferPointer) -> Int {
    var pipeSignal = sigset_t()
    var former = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &former)
    let count = Glibc.write(writeEnd, bytes.baseAddress, bytes.count)
    let code = errno
    if count < 0, code == EPIPE {
      var now = timespec()
      sigtimedwait(&pipeSignal, nil, &now)
    }
    pthread_sigmask(SIG_SETMASK, &former, nil)
    errno = code
    return count
  }
}
