internal import Dajuan
internal import DajuanSyntax

/// A file for the REPL: statements, and commands on lines of their own.
struct ReplScript {
  /// What is done at a time.
  enum Piece {
    /// All statements up to the next command. Lines keep their numbers.
    case statements(Source)
    case command(DotCommand, line: Int)

    /// The line it begins in.
    var line: Int {
      switch self {
      case .statements(let source):
        source.position(of: source.bytes.firstIndex { $0 > 0x20 } ?? 0).line
      case .command(_, let line): line
      }
    }
  }

  let name: String
  let pieces: [Piece]

  /// Takes a file apart. A line that starts with a dot is a command where a statement could end. Cost:
  /// linear in the file, but for dots that start lines within a statement.
  ///
  /// - Parameters:
  ///   - name: The file, for mistakes.
  ///   - bytes: What is in it.
  ///   - isParted: Whether each statement is a piece of its own, so that a mistake in one does not
  ///     keep the others from running.
  ///   - shouldStop: Asked at every line; `true` leaves the rest of the file out.
  init(
    name: String, bytes: [UInt8], isParted: Bool = false, shouldStop: () -> Bool = { false }
  ) {
    self.name = name
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var pieces: [Piece] = []
    var start = 0
    /// The lines from the last command on; `nil` where nothing stands in them.
    func statements(before end: Int) -> Source? {
      guard start < end else { return nil }
      let body = bytes[lines[start].startIndex..<lines[end - 1].endIndex]
      if body.allSatisfy({ $0 <= 0x20 }) { return nil }
      return Source(name: name, bytes: Array(body), firstLine: start + 1)
    }
    func close(_ body: Source?) {
      guard let body else { return }
      let parts = isParted ? Self.statements(of: body, firstLine: start + 1) : [body]
      pieces += parts.map(Piece.statements)
    }
    for (index, line) in lines.enumerated() {
      if shouldStop() {
        self.pieces = pieces
        return
      }
      guard let command = Self.command(in: line) else { continue }
      let body = statements(before: index)
      if let body, LexedSource.lex(body).isOpen { continue }
      close(body)
      pieces.append(.command(command, line: index + 1))
      start = index + 1
    }
    close(statements(before: lines.count))
    self.pieces = pieces
  }

  /// The command of a line; `nil` for one that has none.
  private static func command(in line: ArraySlice<UInt8>) -> DotCommand? {
    // The dots of the wide scripts are more than a byte.
    guard let first = line.first(where: { $0 > 0x20 }), first == UInt8(ascii: ".") || first >= 0x80,
      let command = DotCommand(String(decoding: line, as: UTF8.self)), !command.word.isEmpty
    else { return nil }
    return command
  }

  /// The statements of a text, each a text of its own.
  private static func statements(of source: Source, firstLine: Int) -> [Source] {
    // A line break is a token where it ends a statement, and nowhere else.
    let ends = LexedSource.lex(source).tokens.filter { $0.kind == .newline }.map(\.span.start)
    var (start, line) = (0, firstLine)
    return (ends + [source.bytes.count]).map { end in
      let bytes = source.bytes[start..<end]
      defer {
        line += bytes.count { $0 == UInt8(ascii: "\n") }
        start = end
      }
      return Source(name: source.name, bytes: Array(bytes), firstLine: line)
    }
  }
}
