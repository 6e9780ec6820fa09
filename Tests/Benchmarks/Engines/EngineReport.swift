import Foundation

/// The comparisons as tables, to be printed or written as Markdown.
struct EngineReport {
  let comparisons: [EngineComparison]

  /// The tables under their titles.
  var sections: [Report.Section] {
    var sections = comparisons.flatMap { comparison in
      let facts = "\(Self.number(comparison.facts)) facts"
      return [
        Report.Section(
          title: "Questions to \(facts)",
          note: """
            Milliseconds, and under × how many times as long as Dajuan an engine takes. All answers \
            were the same.
            """,
          table: times(comparison)),
        Report.Section(
          title: "Opening \(facts), and memory",
          note: """
            The files have been read before. Of memory what is mapped counts as well, where it was \
            touched.
            """,
          table: resources(comparison)),
      ]
    }
    if let largest = comparisons.last, !largest.bytes.columns.isEmpty {
      sections.append(
        .init(
          title: "Bytes a fact", note: "In `facts.arrow` of \(Self.number(largest.facts)) facts.",
          table: bytes(largest)))
    }
    if comparisons.count > 1 {
      let sizes = comparisons.map { Self.number($0.facts) }.joined(separator: ", ")
      sections.append(
        .init(
          title: "Growth",
          note: """
            The power of the number of facts that the times go with, fitted to those of \(sizes) \
            facts: 1 is in proportion.
            """,
          table: growth))
    }
    return sections
  }

  /// Milliseconds of Dajuan, then those of each peer, and how many times as long that is.
  private func times(_ comparison: EngineComparison) -> TextTable {
    let (own, peers) = (comparison.answers[0], comparison.answers.dropFirst())
    var table = TextTable(["question", "\(own.engine) ms"])
    for peer in peers { table.header += ["\(peer.engine) ms", "×"] }
    for query in comparison.queries {
      guard let mine = own.median(query.name) else { continue }
      var row = [query.name, TextTable.milliseconds(mine)]
      for peer in peers {
        let other = peer.median(query.name)
        row += [
          other.map(TextTable.milliseconds) ?? "", other.map { TextTable.short($0 / mine) } ?? "",
        ]
      }
      table.rows.append(row)
    }
    let ratios = peers.map(comparison.ratios)
    table.rows.append(
      ["least", ""] + ratios.flatMap { ["", TextTable.short($0.min() ?? 0)] })
    table.rows.append(
      ["geometric mean", ""]
        + ratios.flatMap { ["", TextTable.short(EngineComparison.mean($0))] })
    return table
  }

  private func resources(_ comparison: EngineComparison) -> TextTable {
    var table = TextTable(["engine", "opening ms", "and a first row", "most memory MB"])
    table.rows = comparison.answers.map {
      [
        $0.engine, TextTable.milliseconds($0.open), TextTable.milliseconds($0.firstRow),
        TextTable.short(Double($0.peak) / 1_048_576),
      ]
    }
    table.rows += comparison.processes.map {
      [$0.name, "", TextTable.milliseconds($0.seconds), ""]
    }
    return table
  }

  /// What each column of the facts' file takes, and what the file takes without the words of figures,
  /// which a made ledger does not have.
  private func bytes(_ comparison: EngineComparison) -> TextTable {
    let (columns, file) = comparison.bytes
    func share(_ bytes: Int) -> String { TextTable.short(Double(bytes) / Double(comparison.facts)) }
    var table = TextTable(["column", "bytes a fact"])
    table.rows = columns.map { ["`\($0.name)`", share($0.bytes)] }
    let words = columns.first { $0.name == "text" }?.bytes ?? 0
    table.rows.append(["the file without `text`", share(file - words)])
    table.rows.append(["the file", share(file)])
    return table
  }

  /// The exponents, an engine a column.
  private var growth: TextTable {
    let growth = EngineGrowth(comparisons: comparisons)
    let engines = comparisons[0].answers.map(\.engine)
    var table = TextTable(["question"] + engines)
    table.rows = comparisons[0].queries.map { query in
      [query.name]
        + engines.map { growth.exponent($0, query.name).map(TextTable.short) ?? "" }
    }
    return table
  }

  /// A large number as it is said: 0.1, 1, 10 million.
  private static func number(_ facts: Int) -> String {
    let millions = Double(facts) / 1e6
    let isWhole = millions == millions.rounded()
    return (isWhole ? String(Int(millions)) : String(millions)) + " million"
  }
}
