internal import DajuanSyntax
internal import TerminalText

/// What help says of one word: short enough to be read where it is asked for.
struct HelpPage {
  /// The word in both languages, and what kind of word it is.
  let title: String
  /// One line on what it means, or several.
  let gloss: String
  /// How it is written.
  var signature: String?
  /// A query that shows it on the bundled report, in the language asked for.
  var example: String?
  /// What else to look at: commands of the REPL, or a page of the reference.
  var more: [String] = []

  /// The lines, the first not indented.
  ///
  /// - Parameters:
  ///   - language: The language of the words around it.
  ///   - width: The columns there are; longer lines go on in the next.
  /// - Returns: The lines, without a break at the end.
  func text(in language: Language, width: Int) -> String {
    let isChinese = language == .chinese
    var parts = gloss.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let signature { parts.append(signature) }
    if let example { parts.append((isChinese ? "例：" : "example: ") + example) }
    if !more.isEmpty {
      parts.append((isChinese ? "更多：" : "more: ") + more.joined(separator: isChinese ? "，" : ", "))
    }
    let lines = parts.flatMap { part in
      part.isEmpty ? [""] : Paragraph.lines(part, width: max(8, width - 2)).map { "  " + $0 }
    }
    return (Paragraph.lines(title, width: width) + lines).joined(separator: "\n")
  }

  /// The same on one line, for one of many.
  func line(width: Int) -> String { DisplayWidth.truncate(title + "  " + gloss, to: width) }
}
