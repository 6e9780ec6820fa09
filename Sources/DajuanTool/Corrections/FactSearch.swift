internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax

/// Finding the one fact of a report that a person means.
struct FactSearch {
  let report: Report
  /// The words of the quantity, with or without a bound word before them.
  let quote: String
  /// A line it stands on, from 1.
  var line: Int?
  /// An offset in it, in Unicode scalars.
  var offset: Int?

  /// The fact, or why there is not exactly one.
  func fact() throws(CorrectionWords.Problem) -> Fact {
    let plain = quote.filter { !$0.isWhitespace }
    let found = report.facts.filter { fact in
      (fact.surface == plain || fact.leading + fact.surface == plain)
        && line.map(fact.lines.contains) ?? true && offset.map(fact.range.contains) ?? true
    }
    if found.count == 1 { return found[0] }
    if found.isEmpty { throw CorrectionWords.Problem(reason: none(plain)) }
    let places = found.map {
      "  line \($0.lines.lowerBound), offset \($0.range.lowerBound): " + context($0)
    }
    let list = "\n" + places.joined(separator: "\n")
    throw CorrectionWords.Problem(
      reason: Bilingual(
        "\(found.count) facts have the words \(quote); --line or --at tells which:" + list,
        "有 \(found.count) 个事实写作 \(quote)；用 --line 或 --at 指明：" + list))
  }

  private func none(_ quote: String) -> Bilingual {
    let near = report.facts.filter {
      $0.surface.contains(quote) || quote.contains($0.surface)
        || line.map($0.lines.contains) ?? false
    }
    if near.isEmpty {
      return Bilingual("no fact of the report has the words \(quote)", "报告中没有写作 \(quote) 的事实")
    }
    let list = near.prefix(10).map { "\n  line \($0.lines.lowerBound): " + context($0) }.joined()
    return Bilingual(
      "no fact has just the words \(quote) there; near it are:" + list,
      "那里没有恰好写作 \(quote) 的事实；相近的有：" + list)
  }

  private func context(_ fact: Fact) -> String {
    let (before, after) = report.surroundings(of: fact)
    return "…\(before.suffix(16))[\(fact.surface)]\(after.prefix(12))…"
  }
}
