extension Lexer {
  /// Lexes the mark at the offset: `mark` is its half-width form, `length` its length as written.
  mutating func lexPunctuation(_ mark: UInt32, length: Int) {
    let end = offset + length
    guard mark < 0x80 else { return lexSymbol(mark, to: end) }
    switch Unicode.Scalar(UInt8(mark)) {
    case "|": lexBar(to: end)
    case ",": emit(.comma, to: end)
    case "(": emit(.leftParenthesis, to: end)
    case ")": emit(.rightParenthesis, to: end)
    case "[": emit(.leftBracket, to: end)
    case "]": emit(.rightBracket, to: end)
    case ":": emit(.colon, to: end)
    case ";": emit(.semicolon, to: end)
    case "+": emit(.plus, to: end)
    case "-": emit(.minus, to: end)
    case "*": emit(.star, to: end)
    case "/": emit(.slash, to: end)
    case "%": emit(.unitSymbol, to: end, flags: length > 1 ? .isWide : [])
    case "=", "<", ">", "!", "?", "&": lexOperator(mark, to: end)
    case ".": lexDot(to: end)
    case "#": lexComment()
    case "$": lexReference(openLength: length)
    case "`": lexQuotedName(openLength: length)
    case "\"", "'":
      lexString(openLength: length, closing: cursor.scalar(at: offset).value)
    default: lexUnexpected(to: end)
    }
  }

  private mutating func lexSymbol(_ mark: UInt32, to end: Int) {
    switch mark {
    case 0x201C: lexString(openLength: end - offset, closing: 0x201D)
    case 0x2018: lexString(openLength: end - offset, closing: 0x2019)
    case 0x300C: lexForeignQuotes(openLength: end - offset, closing: 0x300D)
    case 0x300E: lexForeignQuotes(openLength: end - offset, closing: 0x300F)
    case 0x300A: lexForeignQuotes(openLength: end - offset, closing: 0x300B)
    case 0x3010: lexForeignQuotes(openLength: end - offset, closing: 0x3011)
    case 0x201D: lexForeignQuotes(openLength: end - offset, closing: 0x201C)
    case 0x2264, 0x2266: emit(.lessOrEqual, to: end)
    case 0x2265, 0x2267: emit(.greaterOrEqual, to: end)
    case 0x2260: emit(.notEqual, to: end)
    case 0xD7: emit(.star, to: end)
    case 0xF7: emit(.slash, to: end)
    case _ where Scalar.isUnitSymbol(mark): emit(.unitSymbol, to: end)
    default: lexUnexpected(to: end)
    }
  }

  /// Marks that pair up; the halves may differ in width.
  private mutating func lexOperator(_ mark: UInt32, to end: Int) {
    let (next, length) = cursor.folded(at: end)
    let both = end + length
    switch (Unicode.Scalar(UInt8(mark)), next < 0x80 ? Unicode.Scalar(UInt8(next)) : " ") {
    case ("=", "=") where cursor.folded(at: both).value == 0x3D:
      lexForeign(.equal, to: both + cursor.folded(at: both).length, meaning: "==")
    case ("=", "="): emit(.equal, to: both)
    case ("=", ">"): lexForeign(.greaterOrEqual, to: both, meaning: ">=")
    case ("=", "<"): lexForeign(.lessOrEqual, to: both, meaning: "<=")
    case ("=", _): emit(.assign, to: end)
    case ("!", "=") where cursor.folded(at: both).value == 0x3D:
      lexForeign(.notEqual, to: both + cursor.folded(at: both).length, meaning: "!=")
    case ("!", "="), ("<", ">"): emit(.notEqual, to: both)
    case ("!", _): lexForeign(.word, .not, to: end, meaning: "not ")
    case ("<", "="): emit(.lessOrEqual, to: both)
    case ("<", _): emit(.less, to: end)
    case (">", "="): emit(.greaterOrEqual, to: both)
    case (">", _): emit(.greater, to: end)
    case ("?", "?"): emit(.coalesce, to: both)
    case ("&", "&"): lexForeign(.word, .and, to: both, meaning: spelling(of: .and))
    default: lexUnexpected(to: end)
    }
  }

  private mutating func lexBar(to end: Int) {
    let (next, length) = cursor.folded(at: end)
    guard next == UInt32(UInt8(ascii: "|")) else { return emit(.pipe, to: end) }
    let isBar = isOperator(after: end + length)
    lexForeign(
      isBar ? .pipe : .word, isBar ? .none : .or, to: end + length,
      meaning: isBar ? "|" : spelling(of: .or))
  }

  /// A word in the language of the text, which is that of its first word.
  private func spelling(of keyword: Keyword) -> String {
    let first = tokens.first { $0.kind == .word }
    let isPlain = first.map { cursor.bytes[$0.span.start] < 0x80 } ?? true
    return Vocabulary.entry(of: keyword)?.spelling(in: isPlain ? .english : .chinese) ?? ""
  }

  /// Whether the next word is an operator of a pipeline.
  private func isOperator(after offset: Int) -> Bool {
    let start = cursor.afterBlanks(offset)
    return keywords.keyword(in: cursor.bytes, start, cursor.afterName(start)).isOperator
  }

  private mutating func lexDot(to end: Int) {
    let (next, length) = cursor.folded(at: end)
    if next == UInt32(UInt8(ascii: ".")) { return emit(.dotDot, to: end + length) }
    if Scalar.isDigit(next), !endsOperand(tokens.last, at: offset) {
      return lexBareFraction(pointLength: end - offset)
    }
    emit(.dot, to: end)
  }

  /// Whether the last token ends just here and is something a point could follow.
  private func endsOperand(_ token: Token?, at offset: Int) -> Bool {
    guard let token, token.span.end == offset else { return false }
    switch token.kind {
    case .word, .quotedName, .reference, .number, .period, .rightParenthesis: return true
    default: return false
    }
  }

  /// An operator of other languages: reported, and read as what it must mean here.
  private mutating func lexForeign(
    _ kind: Token.Kind,
    _ keyword: Keyword = .none,
    to end: Int,
    meaning: String
  ) {
    let span = Span(offset, end)
    let text = cursor.foldedText(offset, end)
    let word = meaning.filter { $0 != " " }
    let isWord = word.utf8.first.map { $0 >= 0x61 } ?? false
    let before = isWord && offset > 0 && cursor[offset - 1] != 0x20 ? " " : ""
    let after = isWord && meaning == word && cursor[end] != 0x20 ? " " : ""
    diagnostics.report(
      Diagnostic(
        .foreignOperator,
        [text],
        at: span,
        suggestion: Diagnostic.Suggestion(
          Bilingual("write `\(word)`", "请写 `\(word)`"),
          edits: [.init(span, before + meaning + after)]
        )
      )
    )
    emit(kind, to: end, keyword: keyword)
  }

  /// A run of one character that means nothing; what was reported as damage is not again.
  mutating func lexUnexpected(to end: Int) {
    let (scalar, length) = cursor.scalar(at: offset)
    var runEnd = end
    while cursor.scalar(at: runEnd) == (scalar, length) { runEnd += length }
    let isDash = isRangeDash(scalar, to: runEnd)
    if scalar != UInt32(UTF8Repair.substitute) || !isDamaged() {
      let span = Span(offset, runEnd)
      diagnostics.report(
        Diagnostic(
          .unexpectedCharacter,
          [Self.describe(scalar)],
          at: span,
          suggestion: isDash ? .write("..", insteadOf: span) : Self.mend(scalar, at: span)
        )
      )
    }
    // The comma of lists is read as one, so that what follows it is not lost, and so is the dash of a
    // range.
    emit(scalar == 0x3001 ? .comma : isDash ? .dotDot : .invalid, to: runEnd)
  }

  /// Whether a character is a dash or a wave between two numbers, as ranges have it outside queries.
  private func isRangeDash(_ scalar: UInt32, to end: Int) -> Bool {
    guard [0x2013, 0x2014, 0x2015, 0x301C, 0x7E, 0xFF5E].contains(scalar),
      let last = tokens.last, last.span.end == offset
    else { return false }
    return (last.kind == .number || last.kind == .period)
      && Scalar.isDigit(cursor.folded(at: end).0)
  }

  /// The character in backquotes where it can be seen, and its number.
  private static func describe(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    guard let scalar = Unicode.Scalar(value) else { return number }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark:
      return number
    default:
      return "`\(scalar)` (\(number))"
    }
  }

  /// What the character was probably meant to be.
  private static func mend(_ value: UInt32, at span: Span) -> Diagnostic.Suggestion? {
    switch value {
    case 0x3001: .write(",", insteadOf: span)
    case 0x3010: .write("[", insteadOf: span)
    case 0x3011: .write("]", insteadOf: span)
    case 0x3014: .write("(", insteadOf: span)
    case 0x3015: .write(")", insteadOf: span)
    default: nil
    }
  }
}
