internal import DajuanLedger

extension Fact {
  /// The fact as one line of JSON, the object `dajuan extract` writes.
  ///
  /// Numbers are exact decimal strings in ``unit``; what is missing is `null`. For 左右 and 约 both
  /// ends are `null`, as the text states none.
  public func json(in report: Report) -> String {
    var writer = JSONLine()
    writer.add("surface", surface)
    writer.add("start", range.lowerBound)
    writer.add("end", range.upperBound)
    writer.add("line", lines.lowerBound)
    let isKnown = report.statements.indices.contains(statement)
    writer.add("section", isKnown ? report.statements[statement].section : nil)
    writer.add("subject", subject)
    writer.add("measure", measure.isEmpty ? nil : measure)
    writer.add("role", role.rawValue)
    writer.add("value", value?.description)
    writer.add("unit", unit)
    writer.add("lower", lower?.description)
    writer.add("upper", upper?.description)
    writer.add("bound", bound.rawValue)
    writer.add("nature", nature.rawValue)
    writer.add("force", force.rawValue)
    writer.add("period", period?.interchange ?? periodWords)
    writer.add("kind", kind.rawValue)
    writer.add("rule", rule)
    return writer.finished()
  }
}

/// A JSON object on one line.
struct JSONLine {
  private var text = "{"

  mutating func add(_ key: String, _ value: String?) {
    begin(key)
    guard let value else {
      text += "null"
      return
    }
    text += "\""
    for scalar in value.unicodeScalars { append(scalar) }
    text += "\""
  }

  mutating func add(_ key: String, _ value: Int) {
    begin(key)
    text += String(value)
  }

  func finished() -> String { text + "}" }

  private mutating func begin(_ key: String) {
    if text.utf8.count > 1 { text += "," }
    text += "\"" + key + "\":"
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{202A}"..."\u{202E}",
      "\u{2066}"..."\u{2069}":
      // Control and bidirectional characters never leave as they are.
      let digits = String(scalar.value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    default: text.unicodeScalars.append(scalar)
    }
  }
}
