internal import DajuanLedger

extension EntityBuilder {
  /// What was done or promised for livelihood: one row a figure, with its coverage and those it
  /// serves, and one for each clause that names a measure and gives no number.
  ///
  /// Where the people served are the only figure, they are the quantity as well, so that sorting
  /// by quantity shows the measure.
  func measureRows() -> [MeasureRow] {
    var rows: [MeasureRow] = []
    var rowsOf: [String: [Int]] = [:]
    for statement in readings.indices {
      var reader = MeasureReader(builder: self, statement: statement)
      for row in reader.rows() {
        let same = rowsOf[row.name, default: []].suffix(Self.reach).first { rows[$0].says(row) }
        if let same {
          rows[same].absorb(row)
        } else {
          rowsOf[row.name, default: []].append(rows.count)
          rows.append(row)
        }
      }
    }
    return rows
  }
}

/// Reads the measures of one statement.
struct MeasureReader {
  let builder: EntityBuilder
  let statement: Int
  private let reading: StatementReading
  private var drafts: [Draft] = []

  /// A row with the place in the statement it was read at.
  private struct Draft {
    var row: MeasureRow
    let clause: Int
  }

  /// Prepares a statement.
  init(builder: EntityBuilder, statement: Int) {
    self.builder = builder
    self.statement = statement
    reading = builder.readings[statement]
  }

  /// The statement's rows, in the order of the text.
  mutating func rows() -> [MeasureRow] {
    var named: Set<Int> = []
    for index in builder.factsOfStatement[statement] {
      let fact = builder.report.facts[index]
      let clause = reading.clause(of: index)
      if fact.kind == .livelihood {
        if let used = add(fact, index, clause: clause) { named.insert(used) }
      } else if fact.kind == .indicator, isCoverage(fact), let last = lastCounted(before: clause) {
        // 覆盖社区的92% is a rate by itself and the reach of the measure before it.
        drafts[last].row.coverage = Quantity(fact)
      }
    }
    addClauses(except: named)
    return drafts.sorted { $0.clause < $1.clause }.map(\.row)
  }

  /// Adds a figure; returns the clause it took its name from, when not its own.
  private mutating func add(_ fact: Fact, _ index: Int, clause: Int?) -> Int? {
    let value = Quantity(fact)
    if isCoverage(fact), let last = lastCounted(before: clause) {
      drafts[last].row.coverage = value
      return nil
    }
    let serves = isServed(fact)
    if serves, isBareServed(fact), let last = lastUnserved(before: clause) {
      drafts[last].row.beneficiaries = value
      return nil
    }
    let receivers = receivers(of: fact, clause: clause)
    var name = Self.name(of: fact)
    var namedBy: Int?
    if serves, let title = title(before: clause, of: fact) { (name, namedBy) = title }
    if SubjectParts.isVerbs(name) { name += noun(after: index, clause: clause) }
    if name.isEmpty { return nil }
    let words = name.compactScalars
    var row = MeasureRow(
      name: name,
      category: LivelihoodFields.find(in: words[...]).field ?? category(of: clause),
      standing: builder.standing(of: fact)
    )
    row.beneficiaries = serves ? value : receivers
    if isCoverage(fact) { row.coverage = value }
    row.quantity = value
    drafts.append(Draft(row: row, clause: clause ?? 0))
    return namedBy
  }

  /// The words a figure's row is called by: its subject, less the verbs of running it.
  private static func name(of fact: Fact) -> String {
    var subject = fact.subject[...]
    // 新增就业 人数 is 新增就业: the unit says the rest.
    if tallies.contains(fact.measure), subject.hasSuffix(" " + fact.measure) {
      subject = subject.dropLast(fact.measure.count + 1)
    }
    // 支出 占财政支出的比重 reads on as one name.
    let joined = fact.role == .share ? subject.filter { $0 != " " } : String(subject)
    let words = Scalars(joined.unicodeScalars)[...]
    var bare = ActionWords.withoutAdverbs(words)
    let length = ActionWords.management.prefix(of: bare)
    if bare.count - length >= 4 { bare = bare.dropFirst(length) }
    return String(bare.count < 2 ? words : bare)
  }

  /// The thing counted where it follows the figure: 新建、改扩建14所中小学.
  private func noun(after index: Int, clause: Int?) -> String {
    guard let clause, let place = reading.places[index] else { return "" }
    let rest = reading.text[place.upperBound..<reading.clauses[clause].range.upperBound]
    return String(rest.prefix { $0 != "、" && !$0.properties.isWhitespace }.prefix(12))
  }

  /// Whether a fact says how much of a whole a measure reaches.
  private func isCoverage(_ fact: Fact) -> Bool {
    fact.role == .share && fact.unit == "%" && fact.subject.contains("覆盖")
  }

  /// The last row that counts something and has no coverage yet, in the stretch of a clause.
  private func lastCounted(before clause: Int?) -> Int? {
    guard let clause else { return nil }
    let segment = reading.clauses[clause].segment
    return drafts.suffix(EntityBuilder.reach).lastIndex {
      $0.row.quantity != nil && $0.row.coverage == nil
        && reading.clauses[$0.clause].segment == segment
    }
  }

  /// Whether a fact counts people or households that a measure serves.
  private func isServed(_ fact: Fact) -> Bool {
    Self.people.contains(fact.unit)
      && Self.served.occur(in: Scalars(fact.subject.unicodeScalars)[...])
  }

  /// Whether a fact says only that people are served, not by what.
  private func isBareServed(_ fact: Fact) -> Bool {
    let words = fact.measure.isEmpty ? fact.subject : fact.measure
    return Self.bareServed.contain(ActionWords.withoutAdverbs(words.compactScalars[...]))
  }

  /// The last row, in the stretch of a clause, that does not say whom it serves.
  private func lastUnserved(before clause: Int?) -> Int? {
    guard let clause else { return nil }
    let segment = reading.clauses[clause].segment
    return drafts.suffix(EntityBuilder.reach).lastIndex {
      $0.row.quantity != nil && $0.row.beneficiaries == nil
        && reading.clauses[$0.clause].segment == segment
    }
  }

  /// The people an amount goes to: 3万名退休人员养老金提高200元 counts them before it, in one clause
  /// and of one subject. Their own row is taken back.
  private mutating func receivers(of fact: Fact, clause: Int?) -> Quantity? {
    let family = Quantity(fact).unit.family
    guard family == .money || family == .percent, let last = drafts.last, let clause,
      last.clause == clause, let people = last.row.quantity, last.row.beneficiaries == nil,
      Self.people.contains(people.unit.name),
      fact.subject.commonPrefix(with: last.row.name).count >= 4
    else { return nil }
    drafts.removeLast()
    return people
  }

  /// The name of what people are served by, where the figure's own subject does not say: the
  /// clause before it in the same stretch.
  private func title(before clause: Int?, of fact: Fact) -> (String, Int)? {
    guard let clause, clause > 0, isBareServed(fact) else { return nil }
    let before = reading.clauses[clause - 1]
    guard before.segment == reading.clauses[clause].segment, before.facts.isEmpty else {
      return nil
    }
    let name = LivelihoodClause.name(reading.words(of: before))
    return name.count < 4 ? nil : (name, clause - 1)
  }

  private func category(of clause: Int?) -> String? {
    guard let clause else { return nil }
    return LivelihoodFields.find(in: reading.words(of: reading.clauses[clause])).field
  }

  /// Adds the clauses that name a measure and hold no figure.
  private mutating func addClauses(except named: Set<Int>) {
    let source = builder.report.statements[statement]
    let isUnderHeading = LivelihoodFields.isHeading(source.section)
    if LivelihoodClause.isAside(section: source.section) || isHeadline { return }
    for (index, clause) in reading.clauses.enumerated()
    where clause.facts.isEmpty && !named.contains(index) {
      let words = reading.words(of: clause)
      guard let name = LivelihoodClause.measure(words, isUnderHeading: isUnderHeading) else {
        continue
      }
      let force = LivelihoodClause.force(of: words, nature: source.nature)
      let period = source.period ?? (source.nature == .target ? builder.report.planned : nil)
      let standing = Standing(
        place: builder.report.place,
        nature: force.nature,
        force: force,
        period: period ?? builder.report.reviewed,
        sources: [statement]
      )
      let row = MeasureRow(
        name: name,
        category: LivelihoodFields.find(in: words).field,
        standing: standing
      )
      drafts.append(Draft(row: row, clause: index))
    }
  }

  /// Whether the statement is a headline in two halves, a blank between them and no stop.
  private var isHeadline: Bool {
    let words = builder.report.statements[statement].text.unicodeScalars
    return reading.clauses.count == 1 && words.count < 30 && words.contains(" ")
      && words.last.map { !"。；！？".unicodeScalars.contains($0) } ?? true
      && words.allSatisfy { $0 == " " || $0.properties.isIdeographic }
  }

  private static let tallies = ["人数", "数量", "户数", "个数", "面积", "总数", "规模"]
  private static let people = ["人", "户", "名", "人次", "位", "家庭", "户次", "个家庭"]
  private static let served = Phrases("受益 惠及 受惠 服务群众 享受 救助 帮扶 资助 受助 服务居民 覆盖")
  private static let bareServed = Phrases(
    """
    受益群众 受益人数 受益 受益人口 惠及群众 惠及 惠及居民 受益居民 受惠群众 受益家庭 惠及人口 受益农户
    受益学生 受益老人 服务群众 惠及百姓 受益户数 受益职工
    """
  )
}

extension String {
  /// The characters both texts begin with.
  fileprivate func commonPrefix(with other: String) -> Substring {
    var (mine, its) = (startIndex, other.startIndex)
    while mine < endIndex, its < other.endIndex, self[mine] == other[its] {
      mine = index(after: mine)
      its = other.index(after: its)
    }
    return self[..<mine]
  }
}

extension MeasureRow {
  /// Whether another row says the same measure.
  fileprivate func says(_ other: MeasureRow) -> Bool {
    func agree(_ column: KeyPath<MeasureRow, Quantity?>) -> Bool {
      switch (self[keyPath: column], other[keyPath: column]) {
      case (nil, nil): true
      case (let mine?, let its?): mine.agrees(with: its)
      default: false
      }
    }
    return standing.nature == other.standing.nature && standing.period == other.standing.period
      && agree(\.quantity) && agree(\.coverage) && agree(\.beneficiaries)
  }

  fileprivate mutating func absorb(_ other: MeasureRow) {
    standing.sources += other.standing.sources
  }
}
