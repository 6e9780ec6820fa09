import DajuanSyntax

/// Parses a text.
func parse(_ text: String) -> ParsedScript {
  ParsedScript.parse(Source(text))
}

/// The dump of the only expression of `facts | where …`.
func expression(_ text: String) -> String {
  let parsed = parse("facts | where \(text)")
  guard parsed.diagnostics.isEmpty, parsed.script.statements.count == 1,
    case .pipeline(let pipeline) = parsed.script.statements[0], pipeline.stages.count == 1,
    case .where(let condition) = pipeline.stages[0].kind
  else { return "!! " + describe(parsed) }
  return condition.dump
}

/// The dumps of the stages of `facts | …`, in one line.
func stages(_ text: String) -> String {
  let parsed = parse("facts | \(text)")
  guard parsed.diagnostics.isEmpty else { return "!! " + describe(parsed) }
  let dump = parsed.script.dump.split(separator: "\n").map { $0.drop { $0 == " " } }
    .joined(separator: " ")
  let head = "(script (pipeline facts "
  guard dump.hasPrefix(head) else { return "!! " + dump }
  return String(dump.dropFirst(head.count).dropLast(2))
}

/// A tree and its diagnostics, for a failure.
func describe(_ parsed: ParsedScript) -> String {
  let notes = parsed.diagnostics.map {
    "\($0.code.rawValue) \($0.span) \($0.message(in: .english))"
  }
  return ([parsed.script.dump] + notes).joined(separator: "\n")
}
