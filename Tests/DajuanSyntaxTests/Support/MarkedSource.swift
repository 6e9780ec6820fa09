import DajuanSyntax

/// A query with places marked in it: `«…»` encloses a span, and `«»` marks a gap.
struct MarkedSource {
  let source: Source
  let spans: [Span]

  init(_ marked: String) {
    var text: [UInt8] = []
    var spans: [Span] = []
    var open: [Int] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": open.append(text.count)
      case "»": spans.append(Span(open.popLast() ?? 0, text.count))
      default: text += Array(String(scalar).utf8)
      }
    }
    source = Source(name: "test", bytes: text)
    self.spans = spans
  }

  /// The text with the spans of `diagnostics` marked, as a failure shows it.
  static func mark(_ source: Source, _ diagnostics: [Diagnostic]) -> String {
    var result: [UInt8] = []
    for offset in 0...source.bytes.count {
      let ends = diagnostics.filter { $0.span.end == offset && !$0.span.isEmpty }
      let gaps = diagnostics.filter { $0.span == Span(at: offset) }
      let starts = diagnostics.filter { $0.span.start == offset && !$0.span.isEmpty }
      let marks =
        String(repeating: "»", count: ends.count) + String(repeating: "«»", count: gaps.count)
        + String(repeating: "«", count: starts.count)
      result += Array(marks.utf8)
      if offset < source.bytes.count { result.append(source.bytes[offset]) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
