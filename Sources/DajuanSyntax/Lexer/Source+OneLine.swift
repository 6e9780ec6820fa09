extension Source {
  /// A stretch of the text on one line: without its comments, and with one blank for each line break
  /// and the blanks around it. For parts of a query that are shown within a sentence.
  package func oneLineText(_ span: Span) -> String {
    let whole = text(span)
    guard whole.utf8.contains(0x0A) || whole.utf8.contains(0x0D) else { return whole }
    let part = Source(whole)
    var result = ""
    var end = 0
    for token in LexedSource.lex(part).tokens where !token.span.isEmpty && token.kind != .newline {
      if token.span.start > end, end > 0 { result += " " }
      result += part.text(token.span)
      end = token.span.end
    }
    return result
  }
}
