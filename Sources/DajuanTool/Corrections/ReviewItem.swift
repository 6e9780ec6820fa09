internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax
internal import TerminalText

/// A fact to be looked at, with all a person needs to judge it.
struct ReviewItem {
  /// The report's id, or its file's name.
  let report: String
  /// What it is of.
  let source: Report
  let fact: Fact
  let doubt: Doubt
  let anchor: Correction.Anchor
  /// The sentence before and after the quantity.
  let surroundings: (before: String, after: String)

  /// The facts of reports that nobody has looked at, the least sure first, then as they come.
  ///
  /// - Parameters:
  ///   - reports: Reports with their ids; a person's corrections are in them.
  ///   - limit: How many facts.
  /// - Returns: What is to be looked at.
  static func items(_ reports: [(id: String, report: Report)], limit: Int) -> [ReviewItem] {
    var ranked: [(place: Int, report: Int, fact: Int, doubt: Doubt)] = []
    for (place, entry) in reports.enumerated() {
      for (index, doubt) in entry.report.doubts().enumerated()
      where !doubt.reasons.isEmpty && entry.report.facts[index].corrections.isEmpty {
        ranked.append((ranked.count, place, index, doubt))
      }
    }
    ranked.sort { ($1.doubt.score, $0.place) < ($0.doubt.score, $1.place) }
    return ranked.prefix(limit).map { entry in
      let (id, report) = reports[entry.report]
      let fact = report.facts[entry.fact]
      return ReviewItem(
        report: id, source: report, fact: fact, doubt: entry.doubt,
        anchor: report.anchor(of: fact, report: id),
        surroundings: report.surroundings(of: fact))
    }
  }

  /// What the rules made of it, in a line.
  func reading(in language: Language) -> String {
    func word(_ value: String, _ scope: String) -> String {
      let entry = Vocabulary.entry(spelled: value, in: .value, scope: scope)
      return language == .chinese ? entry?.chinese ?? value : value
    }
    var parts = [
      fact.subject, word(fact.role.rawValue, "role"),
      word(fact.bound.rawValue, "bound") + " " + number, word(fact.kind.rawValue, "kind"),
      word(fact.nature.rawValue, "nature"),
    ]
    let force = word(fact.force.rawValue, "force")
    if force != parts.last { parts.append(force) }
    let noPeriod = language == .chinese ? "无期间" : "no period"
    parts.append(fact.period?.description ?? fact.periodWords ?? noPeriod)
    return parts.joined(separator: " | ")
  }

  private var number: String {
    let unit = fact.unit.isEmpty ? "" : " " + fact.unit
    if let value = fact.value { return "\(value)\(unit)" }
    let ends = [fact.lower, fact.upper].map { $0?.description ?? "" }
    return "\(ends[0])..\(ends[1])\(unit)"
  }

  /// Why it is to be looked at.
  func reasons(in language: Language) -> String {
    doubt.reasons.map { $0.text[language] }.joined(separator: language == .chinese ? "；" : "; ")
  }

  /// As an object of one line, for programs.
  var json: String {
    JSONText.object([
      ("report", JSONText.string(report)), ("line", String(fact.lines.lowerBound)),
      ("start", String(fact.range.lowerBound)), ("end", String(fact.range.upperBound)),
      ("doubt", String(doubt.score)),
      ("reasons", JSONText.array(doubt.reasons.map { JSONText.string($0.rawValue) })),
      ("surface", JSONText.string(fact.surface)), ("subject", JSONText.string(fact.subject)),
      ("role", JSONText.string(fact.role.rawValue)),
      ("value", fact.value.map { JSONText.string($0.description) } ?? "null"),
      ("unit", JSONText.string(fact.unit)), ("bound", JSONText.string(fact.bound.rawValue)),
      ("nature", JSONText.string(fact.nature.rawValue)),
      ("force", JSONText.string(fact.force.rawValue)),
      (
        "period",
        (fact.period?.interchange ?? fact.periodWords).map(JSONText.string) ?? "null"
      ),
      ("kind", JSONText.string(fact.kind.rawValue)), ("rule", JSONText.string(fact.rule)),
      ("sentence", JSONText.string(surroundings.before + fact.surface + surroundings.after)),
    ])
  }
}
