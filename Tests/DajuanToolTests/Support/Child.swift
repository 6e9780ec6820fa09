import Glibc
import Synchronization

/// Held while a descriptor is there that a child would inherit, and while a child is started:
/// a pipe that another test's child holds open would not end.
let inheritance = Mutex(())

/// A running program, ended with this object if it has not ended by itself.
final class Child {
  /// How a program ended.
  enum Ending: Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  /// What a program is given for its standard input, output or error.
  enum Stream {
    /// An open descriptor of this process.
    case descriptor(Int32)
    /// A file, opened in the new process.
    case file(String, flags: Int32)
  }

  /// POSIX_SPAWN_SETSID, which the C library shows to none but GNU sources.
  private static let setSession: Int32 = 0x80

  let id: pid_t
  private var ending: Ending?

  /// Starts a program with three streams.
  ///
  /// Its signals are as a shell would leave them, whatever this process ignores or blocks. In a
  /// session of its own, the first terminal it opens becomes its controlling terminal.
  init(
    _ program: String,
    _ arguments: [String],
    environment: [String: String],
    streams: (input: Stream, output: Stream, errors: Stream),
    inOwnSession: Bool
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in zip(Int32(0)..., [streams.input, streams.output, streams.errors]) {
      switch stream {
      case .descriptor(let descriptor):
        posix_spawn_file_actions_adddup2(&actions, descriptor, number)
      case .file(let path, let flags):
        posix_spawn_file_actions_addopen(&actions, number, path, flags, 0o600)
      }
    }
    var attributes = posix_spawnattr_t()
    try Self.prepare(&attributes, inOwnSession: inOwnSession)
    defer { posix_spawnattr_destroy(&attributes) }
    var started: pid_t = 0
    let code = Self.withStrings([program] + arguments) { words in
      Self.withStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
        inheritance.withLock { _ in
          posix_spawn(&started, program, &actions, &attributes, words, variables)
        }
      }
    }
    guard code == 0 else { throw SystemFailure("posix_spawn \(program)", code: code) }
    id = started
  }

  deinit {
    guard ending == nil else { return }
    Glibc.kill(id, SIGKILL)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
  }

  func send(_ signal: Int32) { Glibc.kill(id, signal) }

  /// How it ended; waits for that.
  func wait(_ deadline: Deadline = Deadline()) throws -> Ending {
    while true {
      if let ending { return ending }
      var status: Int32 = 0
      let result = waitpid(id, &status, WNOHANG)
      if result == id {
        // The macros of wait.h: the low seven bits are the signal, the next byte the exit code.
        let signal = status & 0x7F
        ending = signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
      } else if result < 0, errno != EINTR {
        throw SystemFailure("waitpid")
      } else if deadline.hasPassed {
        throw Timeout(awaited: "the end of process \(id)", seen: "it goes on")
      } else {
        usleep(1000)
      }
    }
  }

  private static func prepare(
    _ attributes: inout posix_spawnattr_t,
    inOwnSession: Bool
  ) throws {
    posix_spawnattr_init(&attributes)
    var flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    if inOwnSession { flags |= Self.setSession }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let code = posix_spawnattr_setflags(&attributes, Int16(flags))
    guard code == 0 else { throw SystemFailure("posix_spawnattr_setflags", code: code) }
  }

  private static func withStrings<Result>(
    _ strings: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
