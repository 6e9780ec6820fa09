internal import DajuanLedger

/// How little the rules that read a fact had to go on.
///
/// A sum of what the reading itself shows: which rules fired, what was supplied from outside the
/// clause, where two signs disagree. It orders facts for a person to look at; it is no probability.
package struct Doubt: Hashable, Sendable {
  /// A reason to look at a fact.
  package enum Reason: String, CaseIterable, Sendable {
    case noPeriod = "no period was found"
    case noSubject = "what is counted was not found"
    case longSubject = "the subject is more than a name"
    case subjectElsewhere = "the subject is not in the sentence"
    case sharedSubject = "the subject was dealt out over a list"
    case suppliedUnit = "the unit is not written at the number"
    case oddUnit = "the unit is no common one"
    case numberWord = "the number is written in words"
    case kindByUnit = "no word tells the kind: the unit does"
    case mixedKind = "words of several kinds stand in the subject"
    case largeShare = "a share or growth above 100%"
    case otherNature = "the sentence and its section differ on whether it is done"
    case toldInPlan = "a plan tells it in passing"
    case noSection = "it stands under no heading"
    case manyFigures = "the sentence has many figures"

    /// What it adds to the sum.
    package var weight: Int {
      switch self {
      case .noPeriod, .noSubject, .suppliedUnit: 3
      case .longSubject, .subjectElsewhere, .sharedSubject, .otherNature, .largeShare, .oddUnit: 2
      case .kindByUnit, .mixedKind, .toldInPlan, .noSection, .manyFigures, .numberWord: 1
      }
    }
  }

  /// In the order of ``Reason``.
  package let reasons: [Reason]

  /// The sum of the reasons' weights: 0 where there are none.
  package var score: Int { reasons.reduce(0) { $0 + $1.weight } }
}

extension Report {
  /// What there is to doubt of each fact, in the facts' order. Cost: linear in the text.
  package func doubts() -> [Doubt] {
    var counts = [Int](repeating: 0, count: statements.count)
    for fact in facts where counts.indices.contains(fact.statement) { counts[fact.statement] += 1 }
    return facts.map { doubt(of: $0, figuresInStatement: counts[$0.statement]) }
  }

  private func doubt(of fact: Fact, figuresInStatement figures: Int) -> Doubt {
    let statement = statements[fact.statement]
    var found: Set<Doubt.Reason> = []
    if fact.period == nil { found.insert(.noPeriod) }
    if fact.subject.unicodeScalars.count < 2 { found.insert(.noSubject) }
    if fact.subject.unicodeScalars.count > 18 { found.insert(.longSubject) }
    if !fact.stands(in: statement.text) { found.insert(.subjectElsewhere) }
    if fact.fired("clause.dealt") || fact.fired("clause.shared-subject") {
      found.insert(.sharedSubject)
    }
    if fact.fired("quantity.shared-unit") || fact.fired("quantity.people-elided")
      || fact.fired("quantity.percent-lost")
    {
      found.insert(.suppliedUnit)
    }
    if fact.hasOddUnit { found.insert(.oddUnit) }
    if fact.fired("quantity.bare-scale") || fact.fired("quantity.fraction") {
      found.insert(.numberWord)
    }
    let kinds = Self.kinds(in: fact.subject)
    if kinds.isEmpty, fact.role == .level { found.insert(.kindByUnit) }
    if kinds.count > 1 { found.insert(.mixedKind) }
    if fact.role == .share || fact.role == .growth, fact.unit == "%",
      let value = fact.value, value > Decimal(100)
    {
      found.insert(.largeShare)
    }
    if fact.nature != statement.nature, !fact.fired("time.told") { found.insert(.otherNature) }
    if fact.fired("time.told") { found.insert(.toldInPlan) }
    if statement.section == nil { found.insert(.noSection) }
    if figures >= 10 { found.insert(.manyFigures) }
    return Doubt(reasons: Doubt.Reason.allCases.filter(found.contains))
  }

  /// The kinds that words of a subject stand for.
  private static func kinds(in subject: String) -> Set<Kind> {
    let codes = [Code](subject)
    var kinds: Set<Kind> = []
    var index = 0
    while index < codes.count {
      guard let match = Lexicon.kinds.match(codes, at: index, limit: codes.count) else {
        index += 1
        continue
      }
      kinds.insert(match.sense)
      index = match.range.upperBound
    }
    return kinds
  }
}

extension Fact {
  /// Whether a rule is among those that read it.
  fileprivate func fired(_ name: String) -> Bool {
    rule.split(separator: "+").contains { $0 == name }
  }

  /// Whether its unit is none that the lexicon lists.
  fileprivate var hasOddUnit: Bool {
    if unit.isEmpty { return false }
    guard let known = Unit.named(unit) else { return true }
    let codes = [Code](unit)
    return known.family == .classifier
      && Lexicon.units.match(codes, at: 0, limit: codes.count)?.range.count != codes.count
  }

  /// Whether the words of its subject stand in its sentence: half of their pairs of characters at
  /// least, as a normal form drops and adds some.
  fileprivate func stands(in text: String) -> Bool {
    let scalars = Array(subject.unicodeScalars.filter { $0 != " " })
    if scalars.count < 2 { return true }
    let pairs = zip(scalars, scalars.dropFirst())
    let there = Array(text.unicodeScalars)
    let all = Set(zip(there, there.dropFirst()).map { Pair(first: $0, second: $1) })
    let found = pairs.count { all.contains(Pair(first: $0, second: $1)) }
    return found * 2 >= scalars.count - 1
  }

  private struct Pair: Hashable {
    let first: Unicode.Scalar
    let second: Unicode.Scalar
  }
}
