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
    return run(ReplScript(name: path, bytes: bytes, isParted: true), &editor)
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
      complain("a script reads a script, \(Self.deepest) deep")
      return .stay
    }
    do throws(FileFailure) {
      let script = ReplScript(name: path, bytes: try FileReading.bytes(of: path))
      return run(script, &editor)
    } catch {
      complain(TerminalText.visible(error.description(in: language)))
      return .stay
    }
  }

  private func run(_ script: ReplScript, _ editor: inout LineEditor) -> Continuation {
    Interrupts.clear()
    for piece in script.pieces {
      if Interrupts.isPending { break }
      switch piece {
      case .statements(let source): answer(source, &editor)
      case .command(let command, let line):
        places.append((script.name, line))
        defer { places.removeLast() }
        switch run(command, &editor) {
        case .stay: continue
        case .leave: return .leave
        case .edit: complain(".edit is no command for a script")
        }
      }
    }
    return .stay
  }

  /// Tells of a mistake in a command: in a script, with its place.
  func complain(_ text: String) {
    let place = places.last.map { "\($0.file):\($0.line): " } ?? ""
    output.write(TerminalText.visible(place) + text + "\n")
    output.flush()
  }
}
