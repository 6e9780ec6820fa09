import Foundation

/// The comparisons as tables, to be printed or written as Markdown.
struct EngineReport {
  let comparisons: [EngineComparison]

  /// The tables under their titles.
  var sections: [(title: String, table: TextTable)] {
    var sections = comparisons.flatMap { comparison in
      [
        ("\(Self.number(comparison.facts)) facts", times(comparison)),
        ("\(Self.number(comparison.facts)) facts, opening and memory", resources(comparison)),
      ]
    }
    if comparisons.count > 1 { sections.append(("Growth", growth)) }
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
    var table = TextTable(["engine", "opening ms", "most memory MB"])
    table.rows = comparison.answers.map {
      [
        $0.engine, TextTable.milliseconds($0.open),
        TextTable.short(Double($0.peak) / 1_048_576),
      ]
    }
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
