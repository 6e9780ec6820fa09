import DajuanSyntax

/// What is being typed at the cursor, as the lexer reads it.
struct TypedWord {
  /// What sort of thing it is the beginning of.
  enum Kind {
    /// A word, or nothing yet.
    case word
    /// A name between backquotes that are still open.
    case quotedName
    /// A string whose quotation mark is still open.
    case string
    /// `$` and a name.
    case reference
    /// What follows a number, which begins at this offset, with a blank between or without.
    case unit(numberStart: Int, isApart: Bool)
    /// A number or a period that begins at this offset.
    case number
    /// A comment, or the end of what needs nothing more: nothing can be completed.
    case nothing
  }

  /// The text up to the cursor.
  let text: [UInt8]
  let kind: Kind
  /// Where what was typed begins, in bytes.
  let start: Int
  /// The tokens before it.
  let before: ArraySlice<Token>

  /// What was typed.
  var typed: String { String(decoding: text[start...], as: UTF8.self) }

  /// Reads a text that ends at the cursor.
  init(endingAtCursor text: String) {
    let source = Source(text)
    let lexed = LexedSource.lex(source)
    let bytes = source.bytes
    self.text = bytes
    let tokens = lexed.tokens.dropLast()
    let isInComment = lexed.comments.last.map { $0.end == bytes.count } ?? false
    guard let last = tokens.last, !isInComment else {
      (kind, start, before) = (isInComment ? .nothing : .word, bytes.count, tokens)
      return
    }
    let isAtCursor = last.span.end == bytes.count && !last.span.isEmpty
    let others = tokens.dropLast()
    switch last.kind {
    case .word where isAtCursor, .underscore where isAtCursor, .unitSymbol where isAtCursor:
      (start, before) = (last.span.start, others)
      kind = Self.unit(after: others.last, before: last.span.start) ?? .word
    case .reference where isAtCursor:
      (kind, start, before) = (.reference, last.span.start, others)
    case .damagedLiteral where isAtCursor:
      (kind, start, before) = (Self.opening(of: last, bytes), last.span.start, others)
    case .number where isAtCursor && last.digitsEnd < bytes.count:
      // A unit, directly behind the digits or after blanks.
      let blanks = bytes[last.digitsEnd...].prefix { $0 == 0x20 || $0 == 0x09 }.count
      (start, before) = (last.digitsEnd + blanks, others)
      kind = .unit(numberStart: last.span.start, isApart: blanks > 0)
    case .number where isAtCursor, .period where isAtCursor:
      (kind, start, before) = (.number, last.span.start, others)
    case .string where isAtCursor, .quotedName where isAtCursor:
      (kind, start, before) = (.nothing, bytes.count, tokens)
    default:
      (start, before) = (bytes.count, tokens)
      kind = Self.unit(after: last, before: bytes.count) ?? .word
    }
  }

  /// A word after a number that has no unit yet.
  private static func unit(after token: Token?, before start: Int) -> Kind? {
    guard let token, token.kind == .number, token.digitsEnd == token.span.end,
      token.span.end < start
    else { return nil }
    return .unit(numberStart: token.span.start, isApart: true)
  }

  private static func opening(of token: Token, _ bytes: [UInt8]) -> Kind {
    let text = String(decoding: bytes[token.span.start...], as: UTF8.self)
    switch text.unicodeScalars.first {
    case "$", "＄": return .reference
    case "`", "｀": return .quotedName
    case "\"", "'", "“", "‘", "”", "＂", "＇", "’": return .string
    default: return .nothing
    }
  }
}
