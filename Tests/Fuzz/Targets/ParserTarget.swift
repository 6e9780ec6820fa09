import DajuanSyntax

/// Any bytes have tokens and a tree whose places lie in them. What has no mistake keeps its tree when it
/// is printed, in either language, and when it is laid out anew; laying out twice is laying out once.
enum ParserTarget {
  static func check(_ bytes: [UInt8]) throws(Finding) {
    let source = Source(name: "fuzz", bytes: bytes)
    try checkTokens(LexedSource.lex(source).tokens, end: bytes.count)
    let parsed = ParsedScript.parse(source)
    try checkPlaces(parsed, end: bytes.count)
    guard parsed.diagnostics.isEmpty else { return }
    for language in Language.allCases {
      let printed = Printer.print(parsed.script, .init(language: language))
      try checkTree(of: printed, parsed, "printed")
      for width in [80, 12] {
        try checkLayout(of: source, parsed, .init(language: language, width: width))
      }
    }
    try checkLayout(of: source, parsed, .init(keepsLanguage: true))
  }

  private static func checkTokens(_ tokens: [Token], end: Int) throws(Finding) {
    var last = 0
    for token in tokens {
      try require(token.span.start >= last && token.span.end <= end, "token at \(token.span)")
      last = token.span.end
    }
  }

  private static func checkPlaces(_ parsed: ParsedScript, end: Int) throws(Finding) {
    var last = 0
    for diagnostic in parsed.diagnostics {
      let isInOrder = diagnostic.span.start >= last && diagnostic.span.end <= end
      try require(isInOrder, "diagnostic at \(diagnostic.span)")
      last = diagnostic.span.start
      for edit in diagnostic.suggestion?.edits ?? [] {
        try require(edit.span.end <= end, "edit at \(edit.span)")
      }
      for language in Language.allCases { _ = diagnostic.message(in: language) }
    }
    for statement in parsed.script.statements {
      try require(statement.span.end <= end, "statement at \(statement.span)")
    }
  }

  private static func checkLayout(
    of source: Source, _ parsed: ParsedScript, _ options: Printer.Options
  ) throws(Finding) {
    guard let once = Printer.format(source, options) else {
      throw Finding("a script without mistakes has no layout")
    }
    try checkTree(of: once, parsed, "laid out")
    let twice = Printer.format(Source(once), options)
    try require(twice == once, "laid out twice: \(twice ?? "nothing")\nonce: \(once)")
  }

  private static func checkTree(
    of text: String, _ parsed: ParsedScript, _ what: String
  ) throws(Finding) {
    let again = ParsedScript.parse(Source(text))
    try require(
      again.diagnostics.isEmpty && again.script.dump == parsed.script.dump,
      "\(what): \(text)\n\(again.script.dump)\nwas: \(parsed.script.dump)")
  }
}
