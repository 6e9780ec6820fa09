/// Turns UTF-8 into tokens.
///
/// The lexer is one pass over bytes that were made valid UTF-8 first. It never fails: what has no
/// meaning is reported and becomes an `invalid` token, a literal that cannot be a `damagedLiteral`,
/// so that the parser knows a diagnostic exists. Full-width characters are folded one by one as
/// they are looked at; the source is never rewritten, so offsets stay the reader's.
///
/// It also decides where statements end (see `emit`), because that depends on lines and brackets
/// and on nothing the parser knows, and pairs up brackets so that the parser can recover.
struct Lexer {
  let cursor: ByteCursor
  let keywords = KeywordTable.shared

  var offset = 0
  var tokens: [Token] = []
  var comments: [Span] = []
  var diagnostics: DiagnosticList

  /// The open brackets, as indices into `tokens`, and how many of them are square.
  private var brackets: [Int] = []
  private var squareBrackets = 0

  /// The line break that ends the statement unless the next token goes it on.
  private var pendingNewline: Int?

  private var isAtLineStart = true

  /// What of the source was no UTF-8, from where the lexer is; it was reported.
  private var damage: ArraySlice<Span>

  private init(_ bytes: [UInt8], damage: [Span], diagnostics: DiagnosticList) {
    cursor = ByteCursor(validUTF8: bytes)
    self.damage = damage[...]
    self.diagnostics = diagnostics
    tokens.reserveCapacity(bytes.count / 4 + 8)
  }

  /// The tokens of a source. One longer than the limit yields no token but the last.
  static func lex(_ source: Source, limits: SyntaxLimits = .default) -> LexedSource {
    var diagnostics = DiagnosticList(limit: limits.diagnostics)
    guard source.bytes.count <= min(limits.sourceBytes, Int(UInt32.max) - 1) else {
      diagnostics.report(
        Diagnostic(
          .sourceTooLarge,
          ["\(source.bytes.count)", "\(limits.sourceBytes)"],
          at: Span(at: 0)
        )
      )
      return LexedSource(
        bytes: [],
        tokens: [Token(.end, start: 0, end: 0)],
        comments: [],
        isOpen: false,
        diagnostics: diagnostics
      )
    }
    let (bytes, damage) = UTF8Repair.repair(source.bytes)
    for span in damage { diagnostics.report(Diagnostic(.invalidUTF8, at: span)) }
    var lexer = Lexer(bytes, damage: damage, diagnostics: diagnostics)
    lexer.run()
    return LexedSource(
      bytes: bytes,
      tokens: lexer.tokens,
      comments: lexer.comments,
      isOpen: lexer.isOpen,
      diagnostics: lexer.diagnostics
    )
  }

  private mutating func run() {
    if cursor.scalar(at: 0).value == 0xFEFF { offset = 3 }
    while offset < cursor.count {
      let before = offset
      lexOne()
      precondition(offset > before, "the lexer must move on")
    }
    // An unfinished line break before the end separates nothing.
    pendingNewline = nil
    tokens.append(Token(.end, start: cursor.count, end: cursor.count, flags: .startsLine))
  }

  /// Whether the byte the lexer is at stands in for one that did not decode.
  mutating func isDamaged() -> Bool {
    while let span = damage.first, span.end <= offset { damage.removeFirst() }
    return damage.first.map { $0.start <= offset } ?? false
  }

  /// Whether more input could still complete the last statement.
  private var isOpen: Bool {
    guard let last = tokens.dropLast().last else { return false }
    return !brackets.isEmpty || continuesLine(at: tokens.count - 2, last)
  }

  private mutating func lexOne() {
    let byte = cursor[offset]
    switch byte {
    case 0x20, 0x09, 0x0D:
      offset += 1
    case 0x0A:
      lexLineBreak()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      lexWord()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      lexNumber()
    case 0x80...:
      lexWide()
    default:
      lexPunctuation(UInt32(byte), length: 1)
    }
  }

  private mutating func lexWide() {
    let (scalar, length) = cursor.scalar(at: offset)
    let folded = Scalar.folded(scalar)
    if folded == 0x20 {
      offset += length
    } else if Scalar.isDigit(folded) {
      lexNumber()
    } else if Scalar.isNameStart(folded) {
      lexWord()
    } else {
      lexPunctuation(folded, length: length)
    }
  }

  private mutating func lexLineBreak() {
    if brackets.isEmpty, let last = tokens.last, last.kind != .newline, last.kind != .semicolon,
      pendingNewline == nil, !continuesLine(at: tokens.count - 1, last)
    {
      pendingNewline = offset
    }
    isAtLineStart = true
    offset += 1
  }

  /// Whether a line that ends in this token goes on: in an operator or, after a bar, in the name of
  /// one that wants operands.
  private func continuesLine(at index: Int, _ token: Token) -> Bool {
    if token.continuesLine { return true }
    return token.keyword.wantsOperands && index > 0 && tokens[index - 1].kind == .pipe
  }

  /// Appends a token that ends at `end` and moves there. A line break before it becomes a token
  /// unless this is a `|`.
  mutating func emit(
    _ kind: Token.Kind,
    to end: Int,
    keyword: Keyword = .none,
    flags: Token.Flags = [],
    scaleLength: Int = 0,
    payload: Int = 0
  ) {
    if let newline = pendingNewline {
      if kind != .pipe { tokens.append(Token(.newline, start: newline, end: newline + 1)) }
      pendingNewline = nil
    }
    var flags = flags
    if isAtLineStart {
      flags.insert(.startsLine)
      isAtLineStart = false
    }
    tokens.append(
      Token(
        kind,
        start: offset,
        end: end,
        keyword: keyword,
        flags: flags,
        scaleLength: scaleLength,
        payload: payload
      )
    )
    offset = end
    trackBrackets(kind)
  }

  private mutating func trackBrackets(_ kind: Token.Kind) {
    switch kind {
    case .pipe:
      if let bracket = brackets.last { tokens[bracket].flags.insert(.holdsBar) }
    case .leftParenthesis:
      brackets.append(tokens.count - 1)
    case .leftBracket:
      brackets.append(tokens.count - 1)
      squareBrackets += 1
    case .rightParenthesis:
      close(.leftParenthesis)
    case .rightBracket:
      close(.leftBracket)
    case .semicolon:
      brackets.removeAll(keepingCapacity: true)
      squareBrackets = 0
    default:
      break
    }
  }

  /// Pairs a closing bracket with the nearest open one of its shape; those between stay unclosed.
  /// The counts tell beforehand whether there is one, so no bracket is looked at twice.
  private mutating func close(_ opening: Token.Kind) {
    let candidates =
      opening == .leftBracket ? squareBrackets : brackets.count - squareBrackets
    guard candidates > 0 else { return }
    while let index = brackets.popLast() {
      if tokens[index].kind == .leftBracket { squareBrackets -= 1 }
      if tokens[index].kind == opening {
        tokens[index].payload = UInt32(tokens.count - 1)
        return
      }
    }
  }
}

/// What the lexer makes of a source.
package struct LexedSource: Sendable {
  /// The text, made valid UTF-8 of the same length.
  let bytes: [UInt8]

  /// The tokens; the last is `end`.
  package let tokens: [Token]

  /// The comments in order, from `#` to the end of the line.
  package let comments: [Span]

  /// Whether more input could still complete the last statement: a bracket is open, or the text
  /// ends in a bar, a comma or an operator.
  package let isOpen: Bool

  /// What was wrong.
  var diagnostics: DiagnosticList
}
