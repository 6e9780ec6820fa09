internal import DajuanLedger
internal import DajuanReports

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
    throw CorrectionWords.Problem(
      reason: "\(found.count) facts have the words \(quote); --line or --at tells which:\n"
        + places.joined(separator: "\n"))
  }

  private func none(_ quote: String) -> String {
    let near = report.facts.filter {
      $0.surface.contains(quote) || quote.contains($0.surface)
        || line.map($0.lines.contains) ?? false
    }
    if near.isEmpty { return "no fact of the report has the words \(quote)" }
    let list = near.prefix(10).map { "  line \($0.lines.lowerBound): " + context($0) }
    return "no fact has just the words \(quote) there; near it are:\n"
      + list.joined(separator: "\n")
  }

  private func context(_ fact: Fact) -> String {
    let (before, after) = report.surroundings(of: fact)
    return "…\(before.suffix(16))[\(fact.surface)]\(after.prefix(12))…"
  }
}
