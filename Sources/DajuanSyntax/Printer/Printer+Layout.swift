// Where lines break, which language a word is in, and comments.
extension Printer {
  /// How the items of a list stand.
  enum ListLayout {
    case inline

    /// Each on a line of its own.
    case broken
  }

  static let indent = "    "

  // MARK: Lines

  /// A place in the text to go back to.
  struct Place {
    let length: Int
    let comments: CommentQueue
    let language: Language
    let commentEnd: Int
  }

  var place: Place {
    Place(
      length: text.utf8.count, comments: comments, language: language,
      commentEnd: commentEnd)
  }

  mutating func goBack(to place: Place) {
    text.removeSubrange(text.utf8.index(text.startIndex, offsetBy: place.length)...)
    comments = place.comments
    language = place.language
    commentEnd = place.commentEnd
  }

  /// Whether what was written since `place` on one line is too wide for it, or has comments.
  func needsLines(since place: Place) -> Bool {
    if comments.count < place.comments.count { return true }
    let start = text.utf8.index(text.startIndex, offsetBy: place.length)
    let line = text[..<start].lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
    let width = text[line...].unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    return width > options.width
  }

  /// A stage on a line of its own, or, where that is too long or has comments in it, with the items
  /// of its list on lines of their own.
  mutating func writeFitting(_ stage: Stage) {
    let before = place
    write(stage)
    guard needsLines(since: before) else { return }
    goBack(to: before)
    layout = .broken
    write(stage)
    layout = .inline
  }

  /// A bar with what stands before it; a line that a comment ended is not ended again.
  mutating func writeSeparator(_ separator: String) {
    guard let last = text.last, last == "\n" || text.hasSuffix("\n" + Self.indent) else {
      text += separator
      return
    }
    text += "| "
  }

  /// Goes on in the next line.
  mutating func breakLine() {
    dropBlanks()
    text += "\n" + Self.indent
  }

  private mutating func dropBlanks() {
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
  }

  // MARK: Languages

  /// Goes on in the language the word at `span` is written in, where that is to be kept.
  mutating func adoptLanguage(of span: Span) {
    guard options.keepsLanguage, let source = comments.source, !span.isEmpty else { return }
    let isChinese = source.text(span).unicodeScalars.contains {
      $0.value >= 0x2E80 && $0.value < 0xFF00
    }
    language = isChinese ? .chinese : .english
  }

  /// A word in the language of the one at `span`, where that is to be kept.
  mutating func write(_ keyword: Keyword, at span: Span) {
    let outer = language
    adoptLanguage(of: span)
    write(keyword)
    language = outer
  }

  // MARK: Comments

  /// Writes the comments that stand before an offset of the source: beside the line they are beside,
  /// or on lines of their own.
  mutating func writeComments(before offset: Int, indent: String = Printer.indent) {
    while let comment = comments.next(before: offset) {
      dropBlanks()
      let isBeside = comment.isBeside && text.utf8.count != commentEnd
      if isBeside, text.last == "\n" { text.removeLast() }
      if text.isEmpty || text.last == "\n" {
        text += indent + comment.text + "\n"
      } else {
        text += (isBeside ? " " : "\n" + indent) + comment.text + "\n"
      }
      commentEnd = text.utf8.count
      text += indent
    }
  }

  /// Whether nothing has been written since the last comment.
  var endsInComment: Bool {
    text.utf8.count - text.utf8.reversed().prefix { $0 == 0x20 }.count == commentEnd
  }
}

/// The comments of a source that have not been written yet, in order.
struct CommentQueue {
  struct Comment {
    let span: Span
    let text: String

    /// Whether something stands before it on its line.
    let isBeside: Bool
  }

  /// The text the comments are in; nil where there is none.
  private(set) var source: Source?

  private var comments: [Comment] = []
  private var index = 0

  init() {}

  init(_ spans: [Span], in source: Source) {
    self.source = source
    comments = spans.map { span in
      let line = source.lineSpan(source.position(of: span.start).line) ?? span
      let before = source.text(Span(line.start, span.start))
      var text = source.text(span)
      while text.last?.isWhitespace == true { text.removeLast() }
      return Comment(span: span, text: text, isBeside: !before.allSatisfy(\.isWhitespace))
    }
  }

  /// How many are left.
  var count: Int { comments.count - index }

  /// The next one, if it stands before an offset.
  mutating func next(before offset: Int) -> Comment? {
    guard index < comments.count, comments[index].span.start < offset else { return nil }
    defer { index += 1 }
    return comments[index]
  }
}
