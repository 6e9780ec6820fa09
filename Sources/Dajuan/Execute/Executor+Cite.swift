import DajuanLedger

extension Executor {
  /// Adds the statements a row rests on, the lines they stand on, and the lines of the page they
  /// were taken from; of an aggregate, those of every row that went into it, each once and in the
  /// order of the ledger.
  func cite(_ batch: Batch, _ operation: Plan.Operation) throws(QueryFailure) -> Batch {
    var result = batch.compacted(workers)
    let lineage = result.lineage ?? [[Int]](repeating: [], count: result.height)
    var columns = Relation(Checker.citationColumns).schema.columns.map { Column(for: $0.type) }
    try inSteps(of: lineage.count, operation) { rows in
      for sources in lineage[rows] {
        let passages = Set(sources).sorted().map { ledger.sources[$0] }
        columns[0].append(Self.joined(passages.map(\.cited), " "))
        columns[1].append(places(passages) { $0.lines })
        columns[2].append(places(passages) { $0.pageLines })
      }
    }
    result.columns += columns
    return result
  }

  /// The lines of passages, each once: `34, 40–41`, and behind its report's name where the ledger has
  /// several: `2021:128, 2022:24, 30`.
  private func places(
    _ passages: [SourceRow], _ lines: (SourceRow) -> ClosedRange<Int>?
  ) -> Value {
    var places: [String] = []
    var last: (report: Int, lines: ClosedRange<Int>)?
    for passage in passages {
      guard let range = lines(passage) else { continue }
      if let last, last.report == passage.report, last.lines == range { continue }
      let isNamed = ledger.table(.reports).count > 1 && last?.report != passage.report
      let name = isNamed ? ledger.reportName(passage.report) + ":" : ""
      places.append(name + Self.text(of: range))
      last = (passage.report, range)
    }
    return Self.joined(places, ", ")
  }

  private static func joined(_ texts: [String], _ separator: String) -> Value {
    texts.isEmpty ? .missing : .text(texts.joined(separator: separator))
  }

  private static func text(of range: ClosedRange<Int>) -> String {
    range.count == 1 ? String(range.lowerBound) : "\(range.lowerBound)–\(range.upperBound)"
  }
}
