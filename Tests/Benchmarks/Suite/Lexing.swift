import DajuanSyntax

/// Tokens of a script without mistakes.
func lexing(_ script: SampleScript) -> Workload {
  Workload(name: "lexing, 1 MB") {
    let source = Source(script.text)
    return .init(bytes: source.bytes.count) { LexedSource.lex(source).tokens.count }
  }
}
