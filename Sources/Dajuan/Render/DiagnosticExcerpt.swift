import DajuanSyntax
import TerminalText

/// The lines of a source that a diagnostic points at, with marks and labels under them. Of a long line
/// only what stands about the marks is shown, so that these come near each other.
struct DiagnosticExcerpt {
  /// The width of the line numbers and the blank after them.
  let margin: Int
  private(set) var lines: [String] = []

  private let source: Source
  private let style: DiagnosticStyle
  /// The columns beside the line numbers; `nil` for any.
  private let room: Int?

  /// One underlined stretch of a line, in terminal columns.
  private struct Mark {
    let start: Int
    let width: Int
    let text: String
    let isPrimary: Bool
  }

  init(
    _ diagnostic: Diagnostic, _ source: Source, _ language: Language, _ style: DiagnosticStyle,
    maximumWidth: Int? = nil
  ) {
    self.source = source
    self.style = style
    let spans = [diagnostic.span] + diagnostic.labels.map(\.span)
    let numbers = Set(spans.map { source.position(of: $0.start).line }).sorted()
    let margin = String(numbers.last ?? 1).count + 1
    self.margin = margin
    room = maximumWidth.map { max(8, $0 - margin - 2) }
    lines.append(String(repeating: " ", count: margin) + style.dim("│"))
    for number in numbers { draw(diagnostic, line: number, language) }
  }

  private mutating func draw(_ diagnostic: Diagnostic, line number: Int, _ language: Language) {
    func isHere(_ span: Span) -> Bool { source.position(of: span.start).line == number }
    let labels = diagnostic.labels.filter { isHere($0.span) }
    let line = ExcerptLine(
      source, line: number,
      places: labels.map(\.span) + (isHere(diagnostic.span) ? [diagnostic.span] : []),
      room: room)
    func mark(_ span: Span, _ text: String, isPrimary: Bool) -> Mark {
      let (start, width) = line.columns(of: span)
      return Mark(start: start, width: width, text: text, isPrimary: isPrimary)
    }
    // Where an operand's label stands at the same place, one mark is enough.
    var marks = labels.map {
      mark($0.span, $0.text[language], isPrimary: $0.span == diagnostic.span)
    }
    if isHere(diagnostic.span), !labels.contains(where: { $0.span == diagnostic.span }) {
      marks.append(mark(diagnostic.span, "", isPrimary: true))
    }
    lines.append(gutter(number) + line.text)
    lines += drawn(marks.sorted { ($0.start, $0.width) < ($1.start, $1.width) })
  }

  private func gutter(_ number: Int?) -> String {
    let text = number.map { String($0) } ?? ""
    let blanks = String(repeating: " ", count: margin - text.count)
    return style.dim(text + blanks + "│ ")
  }

  /// The underlines, the last label beside them, the others below, each under its mark.
  private func drawn(_ marks: [Mark]) -> [String] {
    var underline = ""
    var column = 0
    for mark in marks where mark.start >= column {
      underline += String(repeating: " ", count: mark.start - column)
      let sign = String(repeating: mark.isPrimary ? "^" : "─", count: mark.width)
      underline += mark.isPrimary ? style.mark(sign) : style.note(sign)
      column = mark.start + mark.width
    }
    var labelled = marks.filter { !$0.text.isEmpty }
    if let last = labelled.last, last.start + last.width == column,
      fits(last.text, from: column + 1)
    {
      underline += " " + style.note(TerminalText.visible(last.text))
      labelled.removeLast()
    }
    return [gutter(nil) + underline] + labelled.reversed().flatMap(below)
  }

  /// A label under its mark, or as far to the left as it needs, over several lines where it must.
  private func below(_ mark: Mark) -> [String] {
    let text = TerminalText.visible(mark.text)
    let width = DisplayWidth.of(text)
    let start = room.map { max(0, min(mark.start, $0 - width)) } ?? mark.start
    return WrappedText.lines(text, to: room.map { $0 - start } ?? .max).map {
      gutter(nil) + String(repeating: " ", count: start) + style.note($0)
    }
  }

  private func fits(_ text: String, from column: Int) -> Bool {
    room.map { column + DisplayWidth.of(TerminalText.visible(text)) <= $0 } ?? true
  }
}
