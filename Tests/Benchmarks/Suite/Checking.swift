import Dajuan
import DajuanLedger
import DajuanSyntax

/// Parsing and checking, as `dajuan check` does.
func checking(_ script: SampleScript) -> Workload {
  Workload(name: "checking, 1 MB") {
    let source = Source(script.text)
    guard let ledger = try? Ledger.bundled() else { fatalError("no bundled report") }
    let session = Session(ledger: ledger)
    let found = session.check(source)
    Workload.expect(
      found.isEmpty, "\(found[0].message(in: .english)) at \(source.text(found[0].span))")
    return .init(bytes: source.bytes.count) { session.check(source).count }
  }
}
