/// Turns tokens into a tree, by recursive descent and precedence climbing.
///
/// The parser never fails and the tree is always whole: what is missing is a missing node whose
/// diagnostic exists. Three rules keep one mistake from being reported twice:
///
/// - Nothing is reported at a token where something was reported already, nor at one the lexer
///   reported (`report`).
/// - After an unexpected token the rest of the stage is skipped, as far as the next `|`, the end of
///   the statement or the bracket that closes what is open (`skipToBoundary`).
/// - A bracket that is never closed is reported where it opens; from there on a new line ends a
///   statement even where the lexer, which saw the bracket, let it go on (`endsStatement`).
///
/// Methods that consume tokens are `mutating`, those that look are not. Every loop consumes at
/// least one token each time round. Each method names the production of Grammar/dajuan.ebnf it
/// parses; there is a file for each family of operators, and an operator is added by a case in
/// `Keyword`, an entry in `Vocabulary`, a case in `Stage.Kind` and its method here.
struct Parser {
  let cursor: ByteCursor
  var tokens: [Token]
  let limits: SyntaxLimits

  var index = 0
  var diagnostics: DiagnosticList

  /// The last token at which something was reported.
  var reportedIndex = -1

  /// How deep brackets and prefix operators are nested here.
  private var depth = 0

  /// How many operators the expression being parsed has had.
  private var operatorCount = 0

  /// Whether a bracket is known never to be closed; see the type comment.
  private var hasUnclosedBracket = false

  /// Where the statement begins in which such a bracket was reported.
  private var reportedBracket = -1

  /// Where the statement being parsed begins.
  var statementStart = 0

  /// How many brackets that will be closed are open.
  var openBrackets = 0

  private init(_ lexed: LexedSource, limits: SyntaxLimits) {
    cursor = ByteCursor(validUTF8: lexed.bytes)
    tokens = lexed.tokens
    diagnostics = lexed.diagnostics
    self.limits = limits
  }

  /// The tree of a source, with everything that is wrong in it. Cost: linear in the source.
  static func parse(_ lexed: LexedSource, limits: SyntaxLimits) -> ParsedScript {
    var parser = Parser(lexed, limits: limits)
    let script = parser.parseScript()
    return ParsedScript(
      script: script,
      diagnostics: parser.diagnostics.sorted,
      comments: lexed.comments,
      isOpen: lexed.isOpen
    )
  }
}

/// A tree with what was wrong in its text.
package struct ParsedScript: Sendable {
  package let script: Script

  /// Lexical and syntax diagnostics, in the order of the source.
  package let diagnostics: [Diagnostic]

  /// The comments in order.
  package let comments: [Span]

  /// Whether more input could still complete the last statement: a REPL asks for another line.
  package let isOpen: Bool

  /// Lexes and parses a source; never fails.
  package static func parse(
    _ source: Source,
    limits: SyntaxLimits = .default
  ) -> ParsedScript {
    Parser.parse(Lexer.lex(source, limits: limits), limits: limits)
  }
}

// Looking.
extension Parser {
  /// The next token.
  @inline(__always)
  var token: Token { tokens[index] }

  /// The token `distance` further on; the last one past the end.
  func token(after distance: Int) -> Token {
    tokens[min(index + distance, tokens.count - 1)]
  }

  @inline(__always)
  func at(_ kind: Token.Kind) -> Bool {
    tokens[index].kind == kind
  }

  @inline(__always)
  func at(_ keyword: Keyword) -> Bool {
    tokens[index].keyword == keyword
  }

  /// Where the last consumed token ended.
  var previousEnd: Int { index > 0 ? tokens[index - 1].span.end : 0 }

  /// The empty span after what was consumed, for what is missing there.
  var gap: Span { Span(at: previousEnd) }

  /// From `start` to the end of what was consumed.
  func span(from start: Int) -> Span {
    Span(start, max(start, previousEnd))
  }

  /// Whether no more of the statement is left.
  var endsStatement: Bool {
    switch token.kind {
    case .newline, .semicolon, .end:
      true
    default:
      hasUnclosedBracket && openBrackets == 0 && token.flags.contains(.startsLine)
        && token.kind != .pipe && index > statementStart && !tokens[index - 1].continuesLine
    }
  }

  /// Whether no more of the stage is left.
  var endsStage: Bool {
    at(.pipe) || endsStatement || openBrackets > 0 && atClosingBracket
  }

  var atClosingBracket: Bool { at(.rightParenthesis) || at(.rightBracket) }

  /// The text of a token in half-width.
  func text(_ token: Token) -> String {
    let span = token.span
    return token.flags.contains(.isWide)
      ? cursor.foldedText(span.start, span.end) : cursor.text(span.start, span.end)
  }
}

extension Parser {
  /// A keyword in the language of a token beside it, for a suggestion.
  func spelling(of keyword: Keyword, like token: Token) -> String {
    let isChinese = text(token).unicodeScalars.contains { $0.value >= 0x2E80 }
    return Vocabulary.entry(of: keyword)?.spelling(in: isChinese ? .chinese : .english) ?? ""
  }
}

// Consuming.
extension Parser {
  @inline(__always)
  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  /// Consumes the next token if it is of this kind.
  mutating func take(_ kind: Token.Kind) -> Bool {
    guard at(kind) else { return false }
    advance()
    return true
  }

  /// Consumes the next token if it is this word.
  mutating func take(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }
}

// Reporting and recovering.
extension Parser {
  /// Records a diagnostic about the next token, unless one about it exists.
  mutating func report(_ diagnostic: Diagnostic) {
    if reportedIndex != index, !at(.invalid), !at(.damagedLiteral) {
      diagnostics.report(diagnostic)
    }
    reportedIndex = index
  }

  /// Records a diagnostic about tokens that are read without trouble otherwise.
  mutating func note(_ diagnostic: Diagnostic) {
    diagnostics.report(diagnostic)
  }

  /// Records that the next token was not expected, saying what was if `code` does.
  mutating func reportFound(
    _ code: DiagnosticCode,
    suggestion: Diagnostic.Suggestion? = nil
  ) {
    report(Diagnostic(code, terms: [found], at: foundSpan, suggestion: suggestion))
  }

  /// The next token as a diagnostic names it.
  var found: Bilingual {
    switch token.kind {
    case .end: return Bilingual("the end of the query", "查询的结尾")
    case .newline: return Bilingual("the end of the line", "行尾")
    default:
      let text = cursor.text(token.span.start, token.span.end)
      let short = text.unicodeScalars.count > 24
      let shown =
        short ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(24))) + "…" : text
      return Bilingual("`\(shown)`", " `\(shown)`")
    }
  }

  /// Where a diagnostic about the next token points: at it, or after the last one if the text or
  /// the line ends here.
  var foundSpan: Span {
    at(.end) || at(.newline) ? gap : token.span
  }

  /// Skips the rest of the stage: to a `|`, the end of the statement or the bracket that closes
  /// what is open. Nothing more is reported where it lands.
  mutating func skipToBoundary() {
    while !endsStage { skipOne() }
    reportedIndex = index
  }

  /// Skips a token, or a bracket with all that is in it.
  mutating func skipOne() {
    if at(.leftParenthesis) || at(.leftBracket), token.payload > 0 {
      index = Int(token.payload)
    }
    advance()
  }

  /// Runs `body` one level deeper, or, at the limit, skips the rest of the stage.
  mutating func nested<Result>(
    orElse fallback: (Span) -> Result,
    _ body: (inout Parser) -> Result
  ) -> Result {
    guard depth < limits.nesting else {
      report(Diagnostic(.tooDeep, ["\(limits.nesting)"], at: token.span))
      skipToBoundary()
      return fallback(gap)
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  /// Runs `body` with a count of operators of its own if it is an outermost expression.
  mutating func countingOperators<Result>(_ body: (inout Parser) -> Result) -> Result {
    if depth <= 1 { operatorCount = 0 }
    return body(&self)
  }

  /// Counts an operator; false, reported and skipped beyond the limit.
  mutating func countOperator() -> Bool {
    operatorCount += 1
    guard operatorCount > limits.operators else { return true }
    report(Diagnostic(.tooManyOperators, ["\(limits.operators)"], at: token.span))
    skipToBoundary()
    return false
  }

  /// Consumes an opening bracket, reporting it if nothing closes it; the result is for `close`.
  mutating func open() -> Bracket {
    let bracket = Bracket(opener: index)
    if !token.isUnclosedBracket {
      openBrackets += 1
    } else {
      // Of several in a statement only the first is reported: closing it may be all that is missing.
      if reportedBracket != statementStart {
        reportedBracket = statementStart
        let text = cursor.text(token.span.start, token.span.end)
        note(Diagnostic(.unclosedBracket, [text], at: token.span))
      }
      hasUnclosedBracket = true
    }
    advance()
    return bracket
  }

  /// Consumes what closes a bracket; whatever stands before it is reported and skipped.
  mutating func close(_ bracket: Bracket) {
    guard let closer = closer(of: bracket) else { return }
    if index < closer {
      reportFound(.unexpectedToken)
      index = closer
    }
    openBrackets -= 1
    if index == closer { advance() }
  }

  /// The index of the token that closes a bracket, if one does.
  func closer(of bracket: Bracket) -> Int? {
    let closer = Int(tokens[bracket.opener].payload)
    return closer > 0 ? closer : nil
  }

  /// Whether a bracket has nothing more in it.
  func isAtEnd(of bracket: Bracket) -> Bool {
    closer(of: bracket).map { index >= $0 } ?? endsStage
  }

  /// Records that neither a comma nor the end of the bracket stands here.
  mutating func reportExpectedSeparator(in bracket: Bracket) {
    let closing = tokens[bracket.opener].kind == .leftParenthesis ? ")" : "]"
    report(
      Diagnostic(
        .expectedSeparator,
        terms: [found, Bilingual(closing)],
        at: foundSpan
      )
    )
  }

  /// An opening bracket. What closes it is looked up when needed: tokens may be divided meanwhile.
  struct Bracket {
    /// The index of its token.
    let opener: Int
  }
}
