package import DajuanLedger

/// A correction that finds no fact to correct.
package struct UnmatchedCorrection: Hashable, Sendable {
  package let correction: Correction
  package let reason: String
}

extension Report {
  /// The report with a person's corrections over what the rules found.
  ///
  /// A correction holds for the facts whose words are its quote and whose sentence has its prefix
  /// just before and its suffix just after. Where no fact has both, as the text was read anew, the
  /// one fact that has either is meant.
  ///
  /// - Parameter corrections: Those of this report, in order: a later one of a field holds.
  /// - Returns: The corrected report, and the corrections that found nothing.
  package func corrected(
    by corrections: [Correction]
  ) -> (report: Report, unmatched: [UnmatchedCorrection]) {
    if corrections.isEmpty { return (self, []) }
    let quotes = Set(corrections.map(\.anchor.quote))
    var factsOfQuote: [String: [Int]] = [:]
    for index in facts.indices where quotes.contains(facts[index].surface) {
      factsOfQuote[facts[index].surface, default: []].append(index)
    }
    var result = self
    var deleted: Set<Int> = []
    var unmatched: [UnmatchedCorrection] = []
    for correction in corrections {
      switch match(correction.anchor, among: factsOfQuote[correction.anchor.quote] ?? []) {
      case .success(let matches):
        for index in matches {
          result.facts[index].apply(correction)
          if correction.field == .delete { deleted.insert(index) }
          if correction.field == .confirm { deleted.remove(index) }
        }
      case .failure(let problem):
        unmatched.append(UnmatchedCorrection(correction: correction, reason: problem.reason))
      }
    }
    if !deleted.isEmpty {
      result.facts = result.facts.indices.filter { !deleted.contains($0) }.map { result.facts[$0] }
    }
    return (result, unmatched)
  }

  private struct MatchProblem: Error {
    let reason: String
  }

  private func match(
    _ anchor: Correction.Anchor, among candidates: [Int]
  ) -> Result<[Int], MatchProblem> {
    if candidates.isEmpty {
      return .failure(MatchProblem(reason: "no fact of the report has these words"))
    }
    let sides = candidates.map { index -> (before: Bool, after: Bool) in
      let (before, after) = surroundings(of: facts[index])
      return (before.hasSuffix(anchor.prefix), after.hasPrefix(anchor.suffix))
    }
    let both = zip(candidates, sides).filter { $1.before && $1.after }.map(\.0)
    if anchor.prefix.isEmpty, anchor.suffix.isEmpty, both.count > 1 {
      return .failure(
        MatchProblem(reason: "\(both.count) facts have these words: it needs a prefix or suffix"))
    }
    if !both.isEmpty { return .success(both) }
    let either = zip(candidates, sides).filter {
      $1.before && !anchor.prefix.isEmpty || $1.after && !anchor.suffix.isEmpty
    }.map(\.0)
    if either.count == 1 { return .success(either) }
    return .failure(
      MatchProblem(reason: "the words are there, and not with those before and after them"))
  }

  /// The words of a fact's sentence before and after its own, without line breaks.
  package func surroundings(of fact: Fact) -> (before: String, after: String) {
    guard statements.indices.contains(fact.statement) else { return ("", "") }
    let words = statements[fact.statement].words
    let origin = words.source.origin
    func place(_ offset: Int, _ range: Range<Int>) -> Int {
      var (low, high) = (range.lowerBound, range.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if Int(origin[middle]) < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = place(fact.range.lowerBound, words.range)
    let end = place(fact.range.upperBound, start..<words.range.upperBound)
    return (
      StatementWords(source: words.source, range: words.range.lowerBound..<start).text,
      StatementWords(source: words.source, range: end..<words.range.upperBound).text
    )
  }

  /// Where a fact stands, told by its words: as much of its sentence as tells it from all others
  /// with the same words, and twelve characters either side at least.
  package func anchor(of fact: Fact, report id: String) -> Correction.Anchor {
    let (before, after) = surroundings(of: fact)
    let others = facts.filter { $0.surface == fact.surface && $0.range != fact.range }
      .map(surroundings)
    var length = 12
    while true {
      let (prefix, suffix) = (String(before.suffix(length)), String(after.prefix(length)))
      let isTold = !others.contains { $0.before.hasSuffix(prefix) && $0.after.hasPrefix(suffix) }
      if isTold || length >= max(before.count, after.count) {
        return Correction.Anchor(
          report: id, prefix: prefix, quote: fact.surface, suffix: suffix)
      }
      length *= 2
    }
  }
}
