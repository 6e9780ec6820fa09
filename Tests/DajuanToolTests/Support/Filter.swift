import Glibc

/// A run of the tool without a terminal: three pipes, the exit code, and what came out.
struct Filter {
  /// How much of the output is read before the pipe is closed at this end.
  enum Reading {
    case everything
    case firstLine
    case nothing
  }

  let ending: Child.Ending
  let output: String
  let errors: String

  /// The lines of the output.
  var lines: [String] { Self.lines(output) }
  /// The lines of standard error.
  var errorLines: [String] { Self.lines(errors) }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Runs the tool to its end, with `input` in standard input and the sandbox's environment and
  /// more; `program` takes the place of the tool, and `outputFile` the place of the pipe for standard output.
  init(
    _ arguments: [String],
    program: String? = nil,
    input: [UInt8] = [],
    in sandbox: Sandbox,
    environment: [String: String] = [:],
    reading: Reading = .everything,
    outputFile: String? = nil
  ) throws {
    let source = try Pipe()
    let output = try Pipe()
    let errors = try Pipe()
    let child = try Child(
      program ?? Tool.path.get(),
      arguments,
      environment: sandbox.environment.merging(environment) { $1 },
      streams: (
        .descriptor(source.readEnd),
        outputFile.map { .file($0, flags: O_WRONLY) } ?? .descriptor(output.writeEnd),
        .descriptor(errors.writeEnd)
      ),
      inOwnSession: false
    )
    source.closeReadEnd()
    output.closeWriteEnd()
    errors.closeWriteEnd()
    var exchange = Exchange(input: input, source: source, output: output, errors: errors)
    try exchange.run(reading)
    ending = try child.wait()
    self.output = String(decoding: exchange.outputBytes, as: UTF8.self)
    self.errors = String(decoding: exchange.errorBytes, as: UTF8.self)
  }

  /// The same with text for standard input and a sandbox of its own.
  init(
    _ arguments: String...,
    input: String = "",
    environment: [String: String] = [:]
  ) throws {
    try self.init(
      arguments,
      input: Array(input.utf8),
      in: Sandbox(),
      environment: environment
    )
  }
}

/// Writing to and reading from a child at the same time, so that neither waits for the other.
private struct Exchange {
  var input: [UInt8]
  let source: Pipe
  let output: Pipe
  let errors: Pipe
  var outputBytes: [UInt8] = []
  var errorBytes: [UInt8] = []

  init(input: [UInt8], source: Pipe, output: Pipe, errors: Pipe) {
    self.input = input
    self.source = source
    self.output = output
    self.errors = errors
    _ = fcntl(source.writeEnd, F_SETFL, O_NONBLOCK)
  }

  mutating func run(_ reading: Filter.Reading) throws {
    let deadline = Deadline()
    if input.isEmpty { source.closeWriteEnd() }
    if reading == .nothing { output.closeReadEnd() }
    // `poll` passes over the negative number of an end that is closed.
    while source.writeEnd >= 0 || output.readEnd >= 0 || errors.readEnd >= 0 {
      var events = [
        pollfd(fd: source.writeEnd, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output.readEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&events, 3, deadline.milliseconds)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let seen = String(decoding: outputBytes + errorBytes, as: UTF8.self)
        throw Timeout(awaited: "the end of the output", seen: seen)
      }
      if events[0].revents != 0 { write() }
      if events[1].revents != 0, !output.read(into: &outputBytes) { output.closeReadEnd() }
      if events[2].revents != 0, !errors.read(into: &errorBytes) { errors.closeReadEnd() }
      if reading == .firstLine, outputBytes.contains(UInt8(ascii: "\n")) { output.closeReadEnd() }
    }
  }

  private mutating func write() {
    let count = input.withUnsafeBytes { source.write($0) }
    if count > 0 { input.removeFirst(count) }
    if count < 0 && errno != EAGAIN || input.isEmpty { source.closeWriteEnd() }
  }
}
