import DajuanSyntax
import TerminalText

/// The lines of a source that a diagnostic points at, with marks and labels under them.
struct DiagnosticExcerpt {
  /// The width of the line numbers and the blank after them.
  let margin: Int
  private(set) var lines: [String] = []

  private let source: Source
  private let style: DiagnosticStyle

  /// One underlined stretch of a line, in terminal columns.
  private struct Mark {
    let start: Int
    let width: Int
    let text: String
    let isPrimary: Bool
  }

  init(
    _ diagnostic: Diagnostic, _ source: Source, _ language: Language, _ style: DiagnosticStyle
  ) {
    self.source = source
    self.style = style
    let spans = [diagnostic.span] + diagnostic.labels.map(\.span)
    let numbers = Set(spans.map { source.position(of: $0.start).line }).sorted()
    margin = String(numbers.last ?? 1).count + 1
    lines.append(String(repeating: " ", count: margin) + style.dim("│"))
    for number in numbers {
      let onLine = { (span: Span) in source.position(of: span.start).line == number }
      var marks: [Mark] = diagnostic.labels.filter { onLine($0.span) }.map {
        mark($0.span, line: number, $0.text[language], isPrimary: false)
      }
      // Where an operand's label stands at the same place, one mark is enough.
      let covered = diagnostic.labels.contains { $0.span == diagnostic.span }
      if onLine(diagnostic.span), !covered {
        marks.append(mark(diagnostic.span, line: number, "", isPrimary: true))
      } else if covered {
        marks = marks.map { mark in
          let first = self.mark(diagnostic.span, line: number, "", isPrimary: true)
          return mark.start == first.start && mark.width == first.width
            ? Mark(start: mark.start, width: mark.width, text: mark.text, isPrimary: true) : mark
        }
      }
      lines.append(gutter(number) + shown(source.lineText(number) ?? ""))
      lines += drawn(marks.sorted { ($0.start, $0.width) < ($1.start, $1.width) })
    }
  }

  private func gutter(_ number: Int?) -> String {
    let text = number.map { String($0) } ?? ""
    let blanks = String(repeating: " ", count: margin - text.count)
    return style.dim(text + blanks + "│ ")
  }

  private func shown(_ text: String) -> String {
    TerminalText.visible(
      text.split(separator: "\t", omittingEmptySubsequences: false)
        .joined(separator: " "))
  }

  private func mark(_ span: Span, line: Int, _ text: String, isPrimary: Bool) -> Mark {
    let whole = source.lineSpan(line) ?? span
    let start = min(max(span.start, whole.start), whole.end)
    let end = min(max(span.end, start), whole.end)
    let before = DisplayWidth.of(shown(source.text(Span(whole.start, start))))
    let width = DisplayWidth.of(shown(source.text(Span(start, end))))
    return Mark(start: before, width: max(1, width), text: text, isPrimary: isPrimary)
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
    if let last = labelled.last, last.start + last.width == column {
      underline += " " + style.note(TerminalText.visible(last.text))
      labelled.removeLast()
    }
    let below = labelled.reversed().map { mark in
      gutter(nil) + String(repeating: " ", count: mark.start)
        + style.note(TerminalText.visible(mark.text))
    }
    return [gutter(nil) + underline] + below
  }
}
