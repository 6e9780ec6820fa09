import DajuanSyntax

/// The tree of a script in which every tenth word or mark is gone.
func parsingMistakes(_ script: SampleScript) -> Workload {
  Workload(name: "parsing mistakes, 1 MB") {
    let source = Source(script.damaged)
    let limits = SyntaxLimits(diagnostics: .max)
    let count = ParsedScript.parse(source, limits: limits).diagnostics.count
    Workload.expect(count > 2000, "only \(count) mistakes")
    return .init(bytes: source.bytes.count) { ParsedScript.parse(source).diagnostics.count }
  }
}
