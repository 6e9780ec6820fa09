internal import DajuanLedger
internal import DajuanSyntax
internal import Glibc
internal import LineEditing

/// The person's own editor: `$VISUAL`, else `$EDITOR`, else `vi`.
///
/// It has the terminal until it ends. The text is in a file that only its owner may read, in
/// `$TMPDIR` or `/tmp`, with a name that ends in `.dj`, so that an editor can tell its language.
enum ExternalEditor {
  /// Why there is no new text. The old one stays.
  enum Failure: Error {
    /// The file for it could not be written.
    case notWritten(path: String, code: Int32)
    case notStarted(editor: String, code: Int32)
    /// There is no such program.
    case missing(editor: String)
    /// It ended so; 128 and more are signals.
    case failed(editor: String, status: Int32)
    /// The file is not there any more, or cannot be read.
    case notRead(FileFailure)

    /// What is said of it.
    func description(in language: Language) -> String {
      let isChinese = language == .chinese
      switch self {
      case .notWritten(let path, let code), .notStarted(let path, let code):
        return FileFailure(path: path, code: code).description(in: language)
      case .missing(let editor):
        return isChinese
          ? "没有编辑器 \(editor)；可用 $VISUAL 或 $EDITOR 指定别的"
          : "there is no editor \(editor); $VISUAL or $EDITOR can name another"
      case .failed(let editor, let status):
        return isChinese
          ? "\(editor) 以状态 \(status) 结束；原文不变"
          : "\(editor) ended with status \(status); the text stays as it was"
      case .notRead(let failure):
        return failure.description(in: language)
          + (isChinese ? "；原文不变" : "; the text stays as it was")
      }
    }
  }

  /// Opens a text in the editor and waits.
  ///
  /// - Returns: The text as it was saved, without line breaks at its end.
  static func edit(_ text: String) throws(Failure) -> String {
    let path = try write(text)
    defer { unlink(path) }
    try run(command, path)
    do throws(FileFailure) {
      var edited = String(decoding: try FileReading.bytes(of: path), as: UTF8.self)
      while let last = edited.last, last.isNewline { edited.removeLast() }
      return edited
    } catch {
      throw .notRead(error)
    }
  }

  /// What the person calls the editor, perhaps with arguments.
  private static var command: String {
    for name in ["VISUAL", "EDITOR"] {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty { return value }
    }
    return "vi"
  }

  private static func write(_ text: String) throws(Failure) -> String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let pattern = (folder.isEmpty ? "/tmp" : folder) + "/dajuan-XXXXXX.dj"
    var template = Array(pattern.utf8CString)
    // Readable by nobody else: mkstemps makes it so.
    let descriptor = mkstemps(&template, 3)
    guard descriptor >= 0 else { throw .notWritten(path: pattern, code: errno) }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let output = FileOutput(descriptor: descriptor)
    output.write(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n")
    output.flush()
    close(descriptor)
    if let code = output.failure {
      unlink(path)
      throw .notWritten(path: path, code: code)
    }
    return path
  }

  private static func run(_ editor: String, _ path: String) throws(Failure) {
    var modes = termios()
    let hasModes = tcgetattr(STDIN_FILENO, &modes) == 0
    // The variable may hold arguments, which the shell takes apart as it does for other programs. A
    // program that is not there is told of here, and not by the shell as well.
    let script = "set -- \(editor) \"$@\"; command -v \"$1\" > /dev/null || exit 127; exec \"$@\""
    let words = ["/bin/sh", "-c", script, editor, path]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let child: pid_t
    do throws(ChildProcess.Failure) {
      child = try ChildProcess.launch(words, &actions).get()
    } catch {
      guard case .notStarted(let code) = error else {
        throw .notStarted(editor: editor, code: ENOENT)
      }
      throw .notStarted(editor: editor, code: code)
    }
    // Its Ctrl-C comes to this process, too.
    let status = ChildProcess.wait(for: child)
    Interrupts.clear()
    if hasModes { tcsetattr(STDIN_FILENO, TCSADRAIN, &modes) }
    if status == 127 { throw .missing(editor: editor) }
    if status != 0 { throw .failed(editor: editor, status: status) }
  }
}
