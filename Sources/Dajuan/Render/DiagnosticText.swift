import DajuanLedger
public import DajuanSyntax
import TerminalText

extension Diagnostic {
  /// The diagnostic as a reader meets it: the message, the place, the line with the operands
  /// underlined and labelled, and what would mend it.
  ///
  /// Underlines are placed by terminal columns, two for a wide character. Where there is a `maximumWidth`,
  /// no line but that of the place is wider: words are folded, and of the source less is shown.
  public func text(
    in source: Source, language: Language = .english, usesColor: Bool = false,
    maximumWidth: Int? = nil
  ) -> String {
    let style = DiagnosticStyle(usesColor: usesColor)
    let heading = severity == .error ? ("error", "错误") : ("warning", "警告")
    let word = language == .chinese ? heading.1 : heading.0
    let position = source.position(of: span.start)
    let excerpt = DiagnosticExcerpt(self, source, language, style, maximumWidth: maximumWidth)
    let margin = String(repeating: " ", count: excerpt.margin)
    let title = "\(word)[\(code.rawValue)]"
    let message = WrappedText.lines(
      title + ": " + TerminalText.visible(message(in: language)), to: maximumWidth ?? .max
    ).map(\.trimmedEnd)
    var lines =
      message[0].hasPrefix(title)
      ? [style.severity(title, severity) + style.bold(String(message[0].dropFirst(title.count)))]
      : [style.severity(message[0], severity)]
    lines += message.dropFirst().map { style.bold($0) }
    lines.append(
      margin + style.dim("┌─ ")
        + "\(TerminalText.visible(source.name)):\(position.line):\(position.column)")
    lines += excerpt.lines
    if let suggestion {
      let help = (language == .chinese ? "办法" : "help") + ": "
      let room = maximumWidth.map { max(8, $0 - excerpt.margin - 2) } ?? .max
      let cure = WrappedText.lines(
        help + TerminalText.visible(suggestion.text[language]), to: room
      ).map(\.trimmedEnd)
      lines.append(
        margin + style.dim("= ") + style.bold(help)
          + cure[0].dropFirst(help.count))
      lines += cure.dropFirst().map { margin + "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The diagnostic as one JSON object: code, severity, message, file, line, column, start and end
  /// in bytes, labels and suggestion with its edits.
  public func json(in source: Source, language: Language = .english) -> String {
    func place(_ span: Span) -> [(name: String, json: String)] {
      let position = source.position(of: span.start)
      return [
        ("line", String(position.line)), ("column", String(position.column)),
        ("start", String(span.start)), ("end", String(span.end)),
      ]
    }
    var fields: [(name: String, json: String)] = [
      ("code", JSONText.string(code.rawValue)),
      ("severity", JSONText.string(severity.rawValue)),
      ("message", JSONText.string(message(in: language))),
      ("file", JSONText.string(source.name)),
    ]
    fields += place(span)
    fields.append(
      (
        "labels",
        JSONText.array(
          labels.map {
            JSONText.object([("text", JSONText.string($0.text[language]))] + place($0.span))
          })
      ))
    if let suggestion {
      let edits = suggestion.edits.map {
        JSONText.object([("replacement", JSONText.string($0.replacement))] + place($0.span))
      }
      fields.append(
        (
          "suggestion",
          JSONText.object([
            ("text", JSONText.string(suggestion.text[language])), ("edits", JSONText.array(edits)),
          ])
        ))
    }
    return JSONText.object(fields)
  }
}

/// Colours of a diagnostic.
struct DiagnosticStyle {
  let usesColor: Bool

  func severity(_ text: String, _ severity: Diagnostic.Severity) -> String {
    paint(text, severity == .error ? "1;31" : "1;33")
  }
  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "34") }
  func mark(_ text: String) -> String { paint(text, "1;31") }
  func note(_ text: String) -> String { paint(text, "36") }

  private func paint(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
