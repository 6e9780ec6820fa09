internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import Glibc
internal import LineEditing
internal import TerminalText

extension Repl {
  /// How deep one script may read another.
  private static let deepest = 16

  /// Runs the init file, if there is one. Nothing of it is shown but its mistakes.
  func runInitScript(_ editor: inout LineEditor) -> Continuation {
    guard options.readsInit, let path = PersonalPaths.initScript else { return .stay }
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileReading.bytes(of: path)
    } catch {
      // Without one, all is well; one that was named, or is there, is missed.
      if error.code != ENOENT || PersonalPaths.namesInitScript {
        complain(TerminalText.visible(error.description))
      }
      return .stay
    }
    isStarting = true
    defer { isStarting = false }
    let script = ReplScript(name: path, bytes: bytes, isParted: true) { Interrupts.isPending }
    return run(script, options.lang ?? .ofLocale, &editor)
  }

  /// `.read`: runs a script. Its statements up to the first command are checked before any of
  /// them runs, and so on.
  func read(_ command: DotCommand, _ editor: inout LineEditor) -> Continuation {
    let language = language(of: command)
    guard let path = TypedPaths.onePath(command.arguments) else {
      complain(language == .chinese ? ".读取 需要文件名" : ".read needs a file")
      return .stay
    }
    guard places.count < Self.deepest else {
      complain(
        language == .chinese
          ? "脚本读取脚本，已有 \(Self.deepest) 层" : "a script reads a script, \(Self.deepest) deep")
      return .stay
    }
    do throws(FileFailure) {
      let bytes = try FileReading.bytes(of: path)
      let script = ReplScript(name: path, bytes: bytes) { Interrupts.isPending }
      return run(script, language, &editor)
    } catch {
      complain(TerminalText.visible(error.description(in: language)))
      return .stay
    }
  }

  /// Does one piece after the other; Ctrl-C leaves the rest undone, and a line tells where that was.
  private func run(
    _ script: ReplScript, _ language: Language, _ editor: inout LineEditor
  ) -> Continuation {
    var place = script.name
    var isGivenUp = false
    pieces: for piece in script.pieces {
      place = "\(script.name):\(piece.line)"
      if Interrupts.isPending { break }
      switch piece {
      case .statements(let source):
        switch answer(source, &editor) {
        case .done: break
        case .stopped(let line):
          place = "\(script.name):\(line ?? piece.line)"
          break pieces
        case .givenUp:
          isGivenUp = true
          break pieces
        }
      case .command(let command, let line):
        places.append((script.name, line))
        defer { places.removeLast() }
        switch run(command, &editor) {
        case .stay: continue
        case .leave: return .leave
        case .edit:
          complain(
            self.language(of: command) == .chinese
              ? ".编辑 不能写在脚本里" : ".edit is no command for a script")
        }
      }
    }
    if isGivenUp || Interrupts.isPending {
      let text = language == .chinese ? "：在此中断" : ": stopped here by Ctrl-C"
      // In place of the ^C that the terminal may show.
      output.write("\r" + TerminalText.visible(place) + text + "\n")
      output.flush()
    }
    return .stay
  }

  /// Tells of a mistake in a command: in a script, with its place; in as many lines as it needs.
  func complain(_ text: String) {
    let place = places.last.map { "\($0.file):\($0.line): " } ?? ""
    let whole = TerminalText.visible(place) + text
    for line in whole.split(separator: "\n", omittingEmptySubsequences: false) {
      let lines = Paragraph.lines(String(line), width: Terminal.width)
      output.write(lines.joined(separator: "\n") + "\n")
    }
    output.flush()
  }
}
