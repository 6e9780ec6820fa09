internal import DajuanLedger

extension EntityBuilder {
  /// One row a project or batch: the facts of one subject in one statement together. A row said
  /// again elsewhere, as in a headline and the body, is one row with both sources.
  func projectRows() -> [ProjectRow] {
    var rows: [ProjectRow] = []
    var rowsOf: [String: [Int]] = [:]
    for statement in readings.indices {
      for draft in projectDrafts(in: statement) {
        guard let row = draft.row(place: report.place) else { continue }
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

  private func projectDrafts(in statement: Int) -> [ProjectDraft] {
    let facts = factsOfStatement[statement].filter { report.facts[$0].kind == .project }
    if facts.isEmpty { return [] }
    let thresholds = facts.filter { report.facts[$0].role == .threshold }
    let noise = thresholds.map { report.facts[$0].surface }
    var drafts: [ProjectDraft] = []
    for index in facts where report.facts[index].role != .threshold {
      let fact = report.facts[index]
      let parts = SubjectParts(fact, noise: noise)
      guard let column = ProjectColumn(fact, measure: parts.measure) else { continue }
      let segment = segment(of: index, in: statement)
      let area = parts.area ?? inheritedArea(of: parts, in: drafts, segment: segment)
      let place = Self.place(of: parts, area: area, segment: segment, in: drafts) {
        $0.admits(fact, in: column)
      }
      if let place {
        drafts[place].add(fact, in: column, name: parts.name)
      } else {
        var draft = ProjectDraft(parts, area: area, statement: statement, segment: segment)
        draft.add(fact, in: column, name: parts.name)
        drafts.append(draft)
      }
    }
    for index in thresholds { place(threshold: index, in: &drafts, statement: statement) }
    return drafts
  }

  /// The row a fact belongs to: one of the same name; in the same stretch also one whose name ends
  /// in the fact's, as 修复重建项目 is 重建项目 when said again, and the last for a bare measure.
  private static func place(
    of parts: SubjectParts,
    area: String?,
    segment: Int,
    in drafts: [ProjectDraft],
    admits: (ProjectDraft) -> Bool
  ) -> Int? {
    let drafts = drafts.suffix(reach)
    let exact = drafts.lastIndex { $0.bare == parts.bare && $0.area == area && admits($0) }
    return exact
      ?? drafts.lastIndex { draft in
        let isSame = draft.bare.hasSuffix(parts.bare) && !draft.bare.isEmpty
        return isSame && draft.area == area && draft.segment == segment && admits(draft)
      }
  }

  private func segment(of fact: Int, in statement: Int) -> Int {
    let reading = readings[statement]
    return reading.clause(of: fact).map { reading.clauses[$0].segment } ?? -1
  }

  /// The area a clause goes on about: 二七新区 said once holds for the figures up to a semicolon.
  private func inheritedArea(
    of parts: SubjectParts,
    in drafts: [ProjectDraft],
    segment: Int
  ) -> String? {
    guard let last = drafts.last, last.segment == segment, segment >= 0 else { return nil }
    return last.area
  }

  /// Puts the size of counted things beside their count: by name, else by the nearest count.
  private func place(threshold index: Int, in drafts: inout [ProjectDraft], statement: Int) {
    let fact = report.facts[index]
    let parts = SubjectParts(fact, noise: [fact.surface])
    func isFree(_ draft: ProjectDraft) -> Bool { draft.admits(fact, in: .threshold) }
    let near = drafts.suffix(Self.reach)
    let named = near.firstIndex {
      isFree($0) && !parts.bare.isEmpty && ($0.bare == parts.bare || $0.bare.hasSuffix(parts.bare))
    }
    let place = named ?? nearest(to: index, among: near, statement: statement, isFree: isFree)
    if let place { drafts[place].add(fact, in: .threshold, name: parts.name) }
  }

  private func nearest(
    to index: Int,
    among drafts: ArraySlice<ProjectDraft>,
    statement: Int,
    isFree: (ProjectDraft) -> Bool
  ) -> Int? {
    let start = report.facts[index].range.lowerBound
    let segment = segment(of: index, in: statement)
    func distance(_ draft: ProjectDraft) -> Int? {
      guard isFree(draft), draft.segment == segment else { return nil }
      return draft.figures.values.map { abs($0.range.lowerBound - start) }.min()
    }
    let free = drafts.indices.compactMap { place in distance(drafts[place]).map { (place, $0) } }
    return free.min { $0.1 < $1.1 }?.0
  }
}

extension ProjectRow {
  /// The columns that hold figures.
  private static var columns: [WritableKeyPath<ProjectRow, Quantity?>] {
    [\.count, \.threshold, \.started, \.completed, \.totalInvestment, \.investment]
  }

  /// Whether another row is of the same batch: nothing contradicts and a figure is said twice.
  fileprivate func says(_ other: ProjectRow) -> Bool {
    guard area == other.area, standing.nature == other.standing.nature,
      standing.period == other.standing.period
    else { return false }
    let shared = Self.columns.compactMap { column in
      self[keyPath: column].flatMap { mine in
        other[keyPath: column].map { mine.agrees(with: $0) }
      }
    }
    return !shared.isEmpty && shared.allSatisfy { $0 }
  }

  /// Takes over what the other row adds.
  fileprivate mutating func absorb(_ other: ProjectRow) {
    for column in Self.columns {
      self[keyPath: column] = self[keyPath: column] ?? other[keyPath: column]
    }
    standing.sources += other.standing.sources
  }
}
