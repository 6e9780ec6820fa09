extension LexedSource {
  /// Lexes a source; never fails.
  package static func lex(_ source: Source, limits: SyntaxLimits = .default) -> LexedSource {
    Lexer.lex(source, limits: limits)
  }

  /// The tokens as text, one a line: the span, the kind, and what it reads as.
  ///
  ///     0..<8 word projects
  ///     9..<10 pipe
  ///     11..<16 word where = where
  package var dump: String {
    tokens.map(describe).joined(separator: "\n")
  }

  /// What a token reads as in half-width; nothing for line breaks and the end.
  package func text(of token: Token) -> String {
    switch token.kind {
    case .newline, .end: ""
    case .string, .quotedName: cursor.text(token.span.start, token.span.end)
    default: cursor.foldedText(token.span.start, token.span.end)
    }
  }

  private var cursor: ByteCursor { ByteCursor(validUTF8: bytes) }

  private func describe(_ token: Token) -> String {
    var line = "\(token.span) \(token.kind)"
    let text = text(of: token)
    if !text.isEmpty { line += " " + text }
    if token.keyword != .none { line += " = \(token.keyword)" }
    return line
  }
}
