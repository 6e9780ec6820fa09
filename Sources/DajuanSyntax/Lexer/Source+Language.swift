extension Source {
  /// The language it is written in: Chinese where the first word is. A unit such as 万人 is at home in
  /// either. Cost: that of the lexer.
  package var language: Language {
    let word = LexedSource.lex(self).tokens.first { $0.kind == .word }
    let isPlain = word.map { text($0.span).utf8.allSatisfy { $0 < 0x80 } } ?? true
    return isPlain ? .english : .chinese
  }
}
