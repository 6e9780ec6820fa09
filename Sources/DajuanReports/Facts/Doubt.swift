internal import DajuanLedger

/// How little the rules that read a fact had to go on.
///
/// A sum of what the reading itself shows: which rules fired, what was supplied from outside the
/// clause, where two signs disagree. It orders facts for a person to look at; it is no probability.
package struct Doubt: Hashable, Sendable {
  /// A reason to look at a fact.
  package enum Reason: String, CaseIterable, Sendable {
    case subjectElsewhere = "the subject is not in the sentence"
    case noPeriod = "no period was found"
    case noSubject = "what is counted was not found"
    case article = "the number may be an article"
    case qualifying = "it qualifies what follows"
    case generalSubject = "the subject is a general word"
    case longSubject = "the subject is more than a name"
    case kindByUnit = "no word tells the kind: the unit does"
    case suppliedUnit = "the unit is not written at the number"
    case toldInPlan = "a plan tells it in passing"
    case numberWord = "the number is written in words"
    case sharedSubject = "the subject was dealt out over a list"
    case mixedKind = "words of several kinds stand in the subject"
    case oddUnit = "the unit is no common one"
    case largeShare = "a share above 100%"
    case otherNature = "the sentence and its section differ on whether it is done"
    case noSection = "it stands under no heading"
    case manyFigures = "the sentence has many figures"

    /// What it adds to the sum: roughly how many of ten facts that had it were wrong in some field,
    /// when a person read such facts of reports for it.
    package var weight: Int {
      switch self {
      case .subjectElsewhere: 5
      case .noPeriod, .noSubject, .article: 3
      case .qualifying, .generalSubject, .longSubject, .kindByUnit, .suppliedUnit, .toldInPlan: 2
      case .numberWord, .sharedSubject, .mixedKind, .oddUnit, .largeShare, .otherNature, .noSection,
        .manyFigures:
        1
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
    func note(_ reason: Doubt.Reason, if holds: Bool) { if holds { found.insert(reason) } }
    noteSubject(of: fact, in: statement.text) { note($0, if: $1) }
    note(.noPeriod, if: fact.period == nil)
    note(.article, if: fact.surface.hasPrefix("一"))
    note(
      .suppliedUnit, if: fact.fired("quantity.shared-unit") || fact.fired("quantity.percent-lost"))
    note(.oddUnit, if: fact.hasOddUnit)
    note(.numberWord, if: fact.fired("quantity.bare-scale") || fact.fired("quantity.fraction"))
    note(
      .largeShare, if: fact.role == .share && fact.unit == "%" && fact.value ?? .zero > Decimal(100)
    )
    note(.toldInPlan, if: fact.fired("time.told"))
    note(.otherNature, if: fact.nature != statement.nature && !fact.fired("time.told"))
    note(.noSection, if: statement.section == nil)
    note(.manyFigures, if: figures >= 10)
    return Doubt(reasons: Doubt.Reason.allCases.filter(found.contains))
  }

  private func noteSubject(
    of fact: Fact, in text: String, _ note: (Doubt.Reason, Bool) -> Void
  ) {
    let length = fact.subject.unicodeScalars.count
    note(.noSubject, length < 2 && fact.subject != "县")
    note(.longSubject, length > 18 && fact.role != .share)
    note(.subjectElsewhere, !fact.stands(in: text))
    note(.sharedSubject, fact.fired("clause.dealt") || fact.fired("clause.shared-subject"))
    let isMoneyOrRate = fact.unit.hasSuffix("元") || fact.unit == "%"
    note(.generalSubject, length == 2 && isMoneyOrRate || fact.headIsPerHead)
    note(.qualifying, fact.role == .level && surroundings(of: fact).after.hasPrefix("的"))
    let kinds = Self.kinds(in: fact.subject)
    note(.kindByUnit, kinds.isEmpty && fact.role == .level)
    note(.mixedKind, kinds.count > 1)
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
    if unit.isEmpty || role == .ratio { return false }
    guard let known = Unit.named(unit) else { return true }
    let codes = [Code](unit)
    return known.family == .classifier
      && Lexicon.units.match(codes, at: 0, limit: codes.count)?.range.count != codes.count
  }

  /// Whether the words of its subject stand in its sentence: half of their pairs of characters at
  /// least, as a normal form drops and adds some.
  fileprivate func stands(in text: String) -> Bool {
    let name = Self.addedWords.reduce(subject) { name, word in
      name.hasSuffix(word) ? String(name.dropLast(word.count)) : name
    }
    let scalars = Array(name.unicodeScalars.filter { $0 != " " })
    if scalars.count < 2 { return true }
    let pairs = zip(scalars, scalars.dropFirst())
    let there = Array(text.unicodeScalars)
    let all = Set(zip(there, there.dropFirst()).map { Pair(first: $0, second: $1) })
    let found = pairs.count { all.contains(Pair(first: $0, second: $1)) }
    return found * 2 >= scalars.count - 1
  }

  /// Words that normal forms end in and reports do not say.
  private static let addedWords = ["门槛", "规模", "容量", "年数", "人数", "比例"]

  /// Whether what it is about is only per what it is: 年人均, 每人每月.
  fileprivate var headIsPerHead: Bool {
    let head = subject.prefix { $0 != " " }
    return head.hasPrefix("每人") || ["人均", "年人均", "月人均", "户均", "年均"].contains(head)
  }

  private struct Pair: Hashable {
    let first: Unicode.Scalar
    let second: Unicode.Scalar
  }
}
