import Foundation

/// A program with its arguments, to be run as a process of its own.
struct Program {
  let path: String
  let arguments: [String]

  init(_ path: String, _ arguments: String...) {
    (self.path, self.arguments) = (path, arguments)
  }

  /// The same program with other arguments.
  func with(_ arguments: String...) -> Program {
    Program(path: path, arguments: arguments)
  }

  private init(path: String, arguments: [String]) {
    (self.path, self.arguments) = (path, arguments)
  }

  /// Where a program that is built together with this one is.
  static func besideThis(_ name: String) -> String {
    let this = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return this.deletingLastPathComponent().appending(path: name).path
  }

  /// Runs the program to its end; what it wrote to standard output. The run of benchmarks ends where
  /// it cannot be started or does not end well.
  func output() -> String {
    var ends: [Int32] = [0, 0]
    Workload.expect(pipe(&ends) == 0, "no pipe")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let failure = posix_spawn(&process, path, &actions, nil, &words, environ)
    Workload.expect(failure == 0, "\(path) cannot be started")
    close(ends[1])
    defer { close(ends[0]) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(ends[0], &part, part.count), count > 0 { bytes += part[..<count] }
    var status: Int32 = 0
    Workload.expect(
      waitpid(process, &status, 0) == process && status == 0, "\(path) \(arguments) fails")
    return String(decoding: bytes, as: UTF8.self)
  }
}
