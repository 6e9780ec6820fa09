// Chinese words written without the blanks between them. They are reported, and then read as if the
// blanks were there, so that what they say is not lost for the stages after them.
extension Parser {
  /// Divides the next token, a word where none can stand, if it is several words of which the first
  /// is `wanted`; true if so.
  mutating func splitGluedWord(beginningWith wanted: (Keyword) -> Bool) -> Bool {
    guard at(.word), token.keyword == .none, !endsStatement, !diagnostics.isFull,
      let words = GluedWords.split(text(token)), wanted(GluedWords.keyword(words[0])),
      cursor.text(token.span.start, token.span.end) == words.joined()
    else { return false }
    replaceToken(with: words, from: token.span.start)
    return true
  }

  /// Divides the next token, a word of Latin letters where an operator must stand, if it is one with
  /// its first operand: `take3`, `sortgrowth`.
  mutating func splitGluedOperator() {
    guard at(.word), token.keyword == .none, !diagnostics.isFull,
      let words = GluedWords.splitOperator(text(token)),
      cursor.text(token.span.start, token.span.end) == words.joined()
    else { return }
    replaceToken(with: words, from: token.span.start)
  }

  /// Divides the next token, a number, if its unit is a keyword, or a unit with one after it.
  /// False where it has to be and cannot: then it is reported, and is no number.
  mutating func splitGluedUnit() -> Bool {
    let number = token
    guard Int(number.payload) < number.span.end, !diagnostics.isFull else { return true }
    let literal = numberLiteral(number)
    guard !literal.unit.isEmpty, !UnitText.isUnit(literal.unit) else { return true }
    let keyword = GluedWords.keyword(literal.unit)
    if keyword.isReserved, !keyword.followsOperand {
      // No unit, and nothing that could stand here after a blank either.
      reportGlued(number)
      return false
    }
    let words =
      GluedWords.isKeyword(literal.unit) ? [literal.unit] : GluedWords.split(literal.unit) ?? []
    guard let first = words.firstIndex(where: { GluedWords.keyword($0).followsOperand }),
      first == 0 || first == 1 && UnitText.isUnit(words[0])
    else { return true }
    // Only words of one width divide, so lengths are those of the source.
    let unitStart = number.span.end - literal.unit.utf8.count
    let end = unitStart + (first == 1 ? words[0].utf8.count : 0)
    guard cursor.text(number.span.start, number.span.end).hasSuffix(literal.unit) else {
      reportGlued(number)
      return false
    }
    let whole = Token(
      .number,
      start: number.span.start,
      end: end,
      flags: number.flags,
      scaleLength: Int(number.scaleLength),
      payload: Int(number.payload)
    )
    replaceToken(with: Array(words[first...]), from: end, keeping: whole)
    return true
  }

  private mutating func reportGlued(_ token: Token) {
    let written = cursor.text(token.span.start, token.span.end)
    report(Diagnostic(.gluedWords, [written], at: token.span))
  }

  /// Puts the tokens of `words`, which begin at `start`, where the next token is, after `first`.
  private mutating func replaceToken(
    with words: [String],
    from start: Int,
    keeping first: Token? = nil
  ) {
    let old = token
    let texts = (first.map { [cursor.text($0.span.start, $0.span.end)] } ?? []) + words
    report(
      Diagnostic(
        .gluedWords,
        [cursor.text(old.span.start, old.span.end)],
        at: old.span,
        suggestion: .write(texts.joined(separator: " "), insteadOf: old.span)
      )
    )
    var pieces = first.map { [$0] } ?? []
    var offset = start
    for word in words {
      let end = offset + word.utf8.count
      pieces.append(
        GluedWords.isNumber(word)
          ? Token(.number, start: offset, end: end, payload: end)
          : Token(.word, start: offset, end: end, keyword: GluedWords.keyword(word))
      )
      offset = end
    }
    let shift = UInt32(pieces.count - 1)
    for position in tokens.indices where tokens[position].payload > UInt32(index) {
      switch tokens[position].kind {
      case .leftParenthesis, .leftBracket: tokens[position].payload += shift
      default: break
      }
    }
    tokens.replaceSubrange(index...index, with: pieces)
  }
}
