internal import Glibc
internal import LineEditing
internal import Synchronization

/// A program that reads a file for us: started without a shell, its output read up to a limit, ended
/// when it takes too long or the person presses Ctrl-C.
enum ChildProcess {
  /// Why there is no output.
  enum Failure: Error {
    /// There is no such program in `PATH`.
    case missing
    case notStarted(code: Int32)
    case tooSlow(seconds: Int)
    case tooLong(bytes: Int)
    case interrupted
    /// It ended so; with the first line of what it said.
    case failed(status: Int32, message: String)
  }

  /// What a program writes to its standard output.
  ///
  /// - Parameters:
  ///   - program: Its name, looked for in `PATH`.
  ///   - arguments: Handed over as they are.
  ///   - limit: The most bytes it may write.
  ///   - seconds: The longest it may take.
  /// - Returns: The bytes.
  /// - Throws: Why there are none; the program has ended by then.
  static func output(
    of program: String, _ arguments: [String], limit: Int, seconds: Int
  ) throws(Failure) -> [UInt8] {
    // One at a time: a child of another thread must not hold this one's pipes open.
    let (child, ends) = try starting.withLock { _ in start(program, arguments) }.get()
    defer {
      close(ends.output)
      close(ends.errors)
    }
    var output: [UInt8] = []
    var errors: [UInt8] = []
    let failure = gather(ends, &output, &errors, limit: limit, seconds: seconds)
    if failure != nil { kill(child, SIGKILL) }
    let status = wait(for: child)
    if let failure { throw failure }
    if status == 0 { return output }
    let message = String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline).first
    throw .failed(status: status, message: message.map(String.init) ?? "")
  }

  /// Waits for the end of a program.
  ///
  /// - Returns: Its exit status as a shell tells it: of one that a signal ended, 128 and the signal.
  static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  private static let starting = Mutex(())

  private typealias Started = (child: pid_t, ends: (output: Int32, errors: Int32))

  private static func start(_ program: String, _ arguments: [String]) -> Result<Started, Failure> {
    var (output, errors): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&output) == 0 else { return .failure(.notStarted(code: errno)) }
    guard pipe(&errors) == 0 else {
      let code = errno
      for end in output { close(end) }
      return .failure(.notStarted(code: code))
    }
    for end in output + errors { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = spawn(program, arguments, output[1], errors[1])
    close(output[1])
    close(errors[1])
    if case .failure = child {
      close(output[0])
      close(errors[0])
    }
    return child.map { ($0, (output[0], errors[0])) }
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ output: Int32, _ errors: Int32
  ) -> Result<pid_t, Failure> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    return launch([program] + arguments, &actions)
  }

  /// Starts a program, looked for in `PATH`, without a shell.
  ///
  /// - Parameters:
  ///   - words: Its name and its arguments, handed over as they are.
  ///   - environment: What it sees, `NAME=value` each; `nil` for what this process sees.
  ///   - actions: What becomes of its files.
  /// - Returns: The process, or why there is none.
  static func launch(
    _ words: [String], environment: [String]? = nil, _ actions: inout posix_spawn_file_actions_t
  ) -> Result<pid_t, Failure> {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A worker's blocked signals are not the child's.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let arguments = words.map { strdup($0) }
    let variables = (environment ?? []).map { strdup($0) }
    defer { for text in arguments + variables { free(text) } }
    var child = pid_t()
    let code =
      environment == nil
      ? posix_spawnp(&child, words[0], &actions, &attributes, arguments + [nil], environ)
      : posix_spawnp(&child, words[0], &actions, &attributes, arguments + [nil], variables + [nil])
    if code == 0 { return .success(child) }
    return .failure(code == ENOENT ? .missing : .notStarted(code: code))
  }

  /// Reads both ends to their close; why that came to nothing, or nothing.
  private static func gather(
    _ ends: (output: Int32, errors: Int32), _ output: inout [UInt8], _ errors: inout [UInt8],
    limit: Int, seconds: Int
  ) -> Failure? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var sources = [
      pollfd(fd: ends.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: ends.errors, events: Int16(POLLIN), revents: 0),
    ]
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while sources.contains(where: { $0.fd >= 0 }) {
      if Interrupts.isPending { return .interrupted }
      if ContinuousClock.now > deadline { return .tooSlow(seconds: seconds) }
      if poll(&sources, 2, 100) <= 0 { continue }
      for index in sources.indices where sources[index].revents != 0 && sources[index].fd >= 0 {
        let count = read(sources[index].fd, &chunk, chunk.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          sources[index].fd = -1
        } else if index == 0 {
          output += chunk[..<count]
        } else if errors.count < 4096 {
          errors += chunk[..<count]
        }
      }
      if output.count > limit { return .tooLong(bytes: limit) }
    }
    return nil
  }
}
