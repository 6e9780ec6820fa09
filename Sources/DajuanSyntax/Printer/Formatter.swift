extension Printer {
  /// The canonical text of a source that has no mistakes, with its comments, and with a blank line
  /// where there were any between statements; nil where there are mistakes.
  ///
  /// Formatting twice is formatting once. Cost: a few times that of parsing.
  package static func format(_ source: Source, _ options: Options) -> String? {
    guard ParsedScript.parse(source).diagnostics.isEmpty else { return nil }
    var text = source
    // A comment that had to be moved can change what fits, once.
    for _ in 0..<4 {
      let result = Source(name: source.name, Formatter.formatted(text, options))
      if result.bytes == text.bytes { break }
      text = result
    }
    return text.text(Span(0, text.bytes.count))
  }
}

/// Writes the statements of one source with what stands between them.
private struct Formatter {
  private let source: Source
  private let parsed: ParsedScript
  private var printer: Printer
  private var comments: CommentQueue

  private var result = ""
  /// Where in the result the last statement ends.
  private var statementEnd: Int?
  /// How long the result was after the last comment.
  private var commentEnd = 0
  /// Where in the source the last statement or comment ends.
  private var previousEnd = 0

  static func formatted(_ source: Source, _ options: Printer.Options) -> String {
    var formatter = Formatter(source, options)
    for statement in formatter.parsed.script.statements { formatter.write(statement) }
    formatter.writeComments(before: source.bytes.count + 1)
    return formatter.result
  }

  private init(_ source: Source, _ options: Printer.Options) {
    self.source = source
    parsed = ParsedScript.parse(source)
    printer = Printer(options)
    comments = CommentQueue(parsed.comments, in: source)
  }

  private mutating func write(_ statement: Statement) {
    writeComments(before: statement.span.start)
    if statement.beginsWithBar, let end = statementEnd {
      result.insert(";", at: result.utf8.index(result.startIndex, offsetBy: end))
      commentEnd += commentEnd > end ? 1 : 0
    }
    writeBlankLine(before: statement.span.start)
    let (lines, end) = faithfulText(of: statement)
    statementEnd = result.utf8.count + end
    result += lines
    result += "\n"
    if printer.endsInComment { commentEnd = result.utf8.count }
    previousEnd = statement.span.end
  }

  /// The statement with the comments in it, and where it ends; what comes after the last place for
  /// a comment follows.
  private mutating func text(of statement: Statement) -> (text: String, end: Int) {
    printer.text = ""
    printer.commentEnd = 0
    printer.comments = comments
    printer.write(statement)
    let end = printer.text.utf8.count
    printer.writeComments(before: statement.span.end, indent: "")
    comments = printer.comments
    var text = printer.text
    while text.last?.isWhitespace == true { text.removeLast() }
    return (text, min(end, text.utf8.count))
  }

  /// The statement as it reads back the same. Where a comment stands at a place at which no line can
  /// end in this form, all go before the statement; where a line break does, it stays on one line.
  private mutating func faithfulText(of statement: Statement) -> (text: String, end: Int) {
    let start = comments
    let inPlace = text(of: statement)
    if isFaithful(inPlace.text, comments: start.count - comments.count) { return inPlace }
    comments = start
    writeComments(before: statement.span.end, besideLines: false)
    let apart = text(of: statement)
    if isFaithful(apart.text, comments: 0) { return apart }
    let width = printer.options.width
    defer { printer.options.width = width }
    printer.options.width = .max
    return text(of: statement)
  }

  /// Whether a statement's text reads as one statement without mistakes and has its comments.
  private func isFaithful(_ text: String, comments count: Int) -> Bool {
    if count == 0, !text.utf8.contains(0x0A) { return true }
    let read = ParsedScript.parse(Source(text))
    return read.diagnostics.isEmpty && read.script.statements.count == 1
      && read.comments.count == count
  }

  /// The comments outside statements: beside the one they follow, or on lines of their own.
  private mutating func writeComments(before offset: Int, besideLines: Bool = true) {
    while let comment = comments.next(before: offset) {
      if besideLines, comment.isBeside, !result.isEmpty, result.utf8.count != commentEnd {
        result.removeLast()
        result += " "
      } else {
        writeBlankLine(before: comment.span.start)
      }
      result += comment.text + "\n"
      commentEnd = result.utf8.count
      previousEnd = comment.span.end
    }
  }

  /// Keeps a blank line that stands before an offset.
  private mutating func writeBlankLine(before offset: Int) {
    guard !result.isEmpty, previousEnd < offset else { return }
    let lines = source.bytes[previousEnd..<offset].count { $0 == 0x0A }
    if lines > 1, !result.hasSuffix("\n\n") { result += "\n" }
  }
}
