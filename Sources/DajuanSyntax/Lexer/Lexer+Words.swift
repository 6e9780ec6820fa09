extension Lexer {
  /// word = name | keyword | "_" ;
  mutating func lexWord() {
    var end = offset
    var isWide = false
    while true {
      let (value, length) = cursor.scalar(at: end)
      guard length > 0 else { break }
      if value < 0x80 {
        guard Scalar.isNameContinue(value) else { break }
      } else {
        let folded = Scalar.folded(value)
        guard Scalar.isNameContinue(folded) else { break }
        if folded != value { isWide = true }
      }
      end += length
    }
    if end - offset == 1, cursor[offset] == UInt8(ascii: "_") {
      return emit(.underscore, to: end)
    }
    if isWide { return lexWideWord(to: end) }
    emit(.word, to: end, keyword: keywords.keyword(in: cursor.bytes, offset, end))
  }

  private mutating func lexWideWord(to end: Int) {
    let text = Array(cursor.foldedText(offset, end).utf8)
    if text == [UInt8(ascii: "_")] { return emit(.underscore, to: end) }
    emit(
      .word,
      to: end,
      keyword: keywords.keyword(in: text, 0, text.count),
      flags: .isWide
    )
  }

  /// quoted name = "`" , character - "`" , { character - "`" } , "`" ;
  mutating func lexQuotedName(openLength: Int) {
    let start = offset
    var end = offset + openLength
    while end < cursor.count {
      let (value, length) = cursor.folded(at: end)
      if value == 0x0A { break }
      end += length
      if value == 0x60 {
        if end - start > openLength + length { return emit(.quotedName, to: end) }
        diagnostics.report(Diagnostic(.emptyQuotedName, at: Span(start, end)))
        return emit(.damagedLiteral, to: end)
      }
    }
    diagnostics.report(Diagnostic(.unterminatedQuotedName, at: Span(start, end)))
    emit(.damagedLiteral, to: end)
  }

  /// reference = "$" , name ;
  mutating func lexReference(openLength: Int) {
    let nameStart = offset + openLength
    guard Scalar.isNameStart(cursor.folded(at: nameStart).value) else {
      diagnostics.report(Diagnostic(.missingReferenceName, at: Span(offset, nameStart)))
      return emit(.damagedLiteral, to: cursor.afterName(nameStart))
    }
    emit(.reference, to: cursor.afterName(nameStart), flags: .isWide)
  }

  /// comment = "#" , { character - newline } ;
  mutating func lexComment() {
    var end = offset
    while end < cursor.count, cursor[end] != 0x0A { end += 1 }
    let text = end > offset && cursor[end - 1] == 0x0D ? end - 1 : end
    comments.append(Span(offset, text))
    offset = end
  }
}
