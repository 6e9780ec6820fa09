import DajuanSyntax

/// The tree of a script without mistakes, beside parsers of SQL on statements that say the same.
func parsing(_ script: SampleScript) -> Workload {
  Workload(name: "parsing, 1 MB") {
    let source = Source(script.text)
    let mistakes = ParsedScript.parse(source).diagnostics
    Workload.expect(
      mistakes.isEmpty, "\(mistakes[0].message(in: .english)) at \(source.text(mistakes[0].span))")
    return .init(bytes: source.bytes.count, peers: [.parsingSQL(script.sql)]) {
      ParsedScript.parse(source).script.statements.count
    }
  }
}
