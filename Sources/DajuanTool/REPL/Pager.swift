internal import DajuanSyntax
internal import Glibc
internal import LineEditing

/// The program that shows long answers: `$DAJUAN_PAGER`, or else `$PAGER`, or else `less`.
struct PagerProgram {
  /// The program and its arguments; of a shell where the person's words need one.
  let words: [String]

  /// That of this person; `nil` where an empty `DAJUAN_PAGER` or `PAGER` says that none is wanted.
  static var chosen: PagerProgram? {
    let command = variable("DAJUAN_PAGER") ?? variable("PAGER") ?? "less"
    let words = command.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return nil }
    let needsShell = command.contains { "|&;<>()$`\\\"'*?[#~=%\t\n".contains($0) }
    return PagerProgram(words: needsShell ? ["/bin/sh", "-c", command] : words)
  }

  /// What the program sees, besides what we do: `less` shows colours, cuts lines that are too long
  /// instead of folding them (the arrow keys go there), ends by itself on what fits the screen, and
  /// leaves what it showed; unless `LESS` says how the person likes it.
  static var environment: [String] {
    var list: [String] = []
    var entry = environ
    while let text = entry.pointee {
      list.append(String(cString: text))
      entry += 1
    }
    if variable("LESS") == nil { list.append("LESS=FRSX") }
    if variable("LESSCHARSET") == nil { list.append("LESSCHARSET=utf-8") }
    return list
  }

  /// The same with the first rows of what it shows kept on the screen, where the program can do that:
  /// `less` from its version 600 on. Cost: it is started once to be asked.
  func keeping(_ rows: Int) -> PagerProgram {
    guard rows > 0, let name = words.first, name.split(separator: "/").last == "less",
      let told = try? ChildProcess.output(of: name, ["--version"], limit: 1 << 16, seconds: 1),
      let version = Self.version(told), version >= 600
    else { return self }
    return PagerProgram(words: [name, "--header=\(rows)"] + words.dropFirst())
  }

  /// The number in what `less --version` tells: `less 608 (GNU regular expressions)`.
  static func version(_ told: [UInt8]) -> Int? {
    let words = String(decoding: told, as: UTF8.self).split { $0 == " " || $0.isNewline }
    guard words.count > 1, words[0] == "less" else { return nil }
    return Int(words[1].prefix(while: \.isNumber))
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// A pager that runs: what is written goes to it, and the terminal is its own until it ends.
final class Pager {
  private let child: pid_t
  private let end: Int32
  private let output: FileOutput
  private let terminal: termios?
  private let formerPipeAction: sigaction

  /// Starts the program; `nil` where it cannot be.
  init?(_ program: PagerProgram) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    guard let child = Self.spawn(program, input: ends[0]) else {
      close(ends[1])
      return nil
    }
    self.child = child
    end = ends[1]
    output = FileOutput(descriptor: ends[1])
    output.isUnwanted = { Interrupts.isPending }
    var now = termios()
    terminal = tcgetattr(STDIN_FILENO, &now) == 0 ? now : nil
    // A pager that is left early closes the pipe: that ends the answer and not the process.
    var (ignored, former) = (sigaction(), sigaction())
    ignored.__sigaction_handler.sa_handler = SIG_IGN
    sigaction(SIGPIPE, &ignored, &former)
    formerPipeAction = former
  }

  /// Whether nobody reads any more.
  var isClosed: Bool { output.failure != nil }

  func write(_ string: String) { output.write(string) }

  /// Ends its input, waits until the person leaves it, and takes the terminal back.
  ///
  /// - Returns: What went wrong, if anything.
  func finish() -> Bilingual? {
    output.flush()
    close(end)
    let status = ChildProcess.wait(for: child)
    // A pager that was killed may leave the terminal in any state.
    if var terminal { tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal) }
    var former = formerPipeAction
    sigaction(SIGPIPE, &former, nil)
    // A Ctrl-C was meant for the pager.
    Interrupts.clear()
    // What a shell answers where there is no such program, or it cannot be run.
    guard [126, 127].contains(status) else { return nil }
    return Bilingual(
      "the pager could not be run: see $DAJUAN_PAGER and $PAGER, or .set pager off",
      "无法运行分页器：请检查 $DAJUAN_PAGER 和 $PAGER，或 .设置 分页 关")
  }

  private static func spawn(_ program: PagerProgram, input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    return try? ChildProcess.launch(
      program.words, environment: PagerProgram.environment, &actions
    ).get()
  }
}
