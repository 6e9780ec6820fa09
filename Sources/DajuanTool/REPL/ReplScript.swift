internal import Dajuan
internal import DajuanSyntax

/// A file for the REPL: statements, and commands on lines of their own.
struct ReplScript {
  /// What is done at a time.
  enum Piece {
    /// All statements up to the next command. Lines keep their numbers.
    case statements(Source)
    case command(DotCommand, line: Int)
  }

  let name: String
  let pieces: [Piece]

  /// Takes a file apart. A line that starts with a dot is a command where a statement could end.
  ///
  /// - Parameters:
  ///   - name: The file, for mistakes.
  ///   - bytes: What is in it.
  ///   - isParted: Whether each statement is a piece of its own, so that a mistake in one does not
  ///     keep the others from running.
  init(name: String, bytes: [UInt8], isParted: Bool = false) {
    self.name = name
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var pieces: [Piece] = []
    var start = 0
    func statements(before end: Int) -> [UInt8]? {
      let body = lines[start..<end].joined(separator: [UInt8(ascii: "\n")])
      return body.allSatisfy { $0 <= 0x20 } ? nil : Array(body)
    }
    func close(at end: Int) {
      guard let body = statements(before: end) else { return }
      let above = [UInt8](repeating: UInt8(ascii: "\n"), count: start)
      let parts = isParted ? Self.statements(of: above + body) : [above + body]
      pieces += parts.map { .statements(Source(name: name, bytes: $0)) }
    }
    for (index, line) in lines.enumerated() {
      guard let command = DotCommand(String(decoding: line, as: UTF8.self)), !command.word.isEmpty
      else { continue }
      if let body = statements(before: index),
        Session.isIncomplete(String(decoding: body, as: UTF8.self))
      {
        continue
      }
      close(at: index)
      pieces.append(.command(command, line: index + 1))
      start = index + 1
    }
    close(at: lines.count)
    self.pieces = pieces
  }

  /// The statements of a text, each with line breaks for the lines above it.
  private static func statements(of bytes: [UInt8]) -> [[UInt8]] {
    let lexed = LexedSource.lex(Source(name: "", bytes: bytes))
    // A line break is a token where it ends a statement, and nowhere else.
    let ends = lexed.tokens.filter { $0.kind == .newline }.map(\.span.start) + [bytes.count]
    var start = 0
    return ends.map { end in
      defer { start = end }
      let above = bytes[..<start].filter { $0 == UInt8(ascii: "\n") }
      return above + bytes[start..<end]
    }
  }
}
