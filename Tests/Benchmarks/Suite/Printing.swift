import DajuanSyntax

/// The canonical layout, as `dajuan fmt` makes it.
func printing(_ script: SampleScript) -> Workload {
  Workload(name: "formatting, 1 MB") {
    let source = Source(script.text)
    return .init(bytes: source.bytes.count) {
      Printer.format(source, .init(language: .english))?.utf8.count ?? 0
    }
  }
}
