package import DajuanLedger
import DajuanSyntax

/// Where `track` finds what it needs among the columns before it.
package struct Tracking: Sendable {
  /// The table whose targets are followed, and in which outcomes are looked for.
  package let entity: Entity
  /// The position of each column named in ``needed``.
  package let positions: [String: Int]
  /// The figures that may be promised, in the order of the table's columns.
  package let measures: [Figure]

  /// A figure of a row, and the position of its column.
  package struct Figure: Sendable {
    package let measure: Measure
    package let position: Int
  }

  /// What tells which target a row is, and whose.
  static let needed = ["place", "name", "nature", "force", "period", "source"]
}

extension Checker {
  /// `track` takes rows of one table whose identifying columns are still there, and makes columns
  /// of its own. After a mistake those are there all the same.
  mutating func checkTrack(_ stage: Stage) -> [Step.Kind] {
    let before = relation
    let entity = before.trackedEntity
    relation.columns = Self.trackColumns(of: entity ?? .indicators)
    if before.isUncertain { return [] }
    guard let entity else {
      report(.untrackable, at: stage.keyword)
      return []
    }
    let positions = before.positions(of: entity)
    let gone = Tracking.needed.filter { positions[$0] == nil }
    let figures = Measure.allCases.compactMap { measure in
      positions[measure.rawValue].map { Tracking.Figure(measure: measure, position: $0) }
    }
    if gone.isEmpty, !figures.isEmpty {
      return [.track(Tracking(entity: entity, positions: positions, measures: figures))]
    }
    let names = gone.isEmpty ? entity.figures.map(\.rawValue) : gone
    report(
      .trackedColumnGone, terms: [entity.list(of: names, isChoice: gone.isEmpty)],
      at: stage.keyword,
      suggestion: Diagnostic.Suggestion(
        Bilingual("put `track` before that operator", "请把 `追踪` 放在该操作之前")))
    return []
  }

  /// The columns `track` makes. Those it hands on keep their other spellings.
  private static func trackColumns(of entity: Entity) -> [RelationColumn] {
    func kept(_ name: String, _ type: ColumnType) -> RelationColumn {
      RelationColumn(of: entity, name, type)
    }
    func made(_ name: String, _ type: ColumnType) -> RelationColumn {
      RelationColumn(madeBy: .track, name, type)
    }
    let figure = ColumnType.quantity(.any)
    return [
      kept("place", .text), kept("name", .text), made("measure", .enumeration(.measure)),
      kept("period", .period), made("target", figure), kept("force", .enumeration(.force)),
      made("implied", figure), made("actual", figure), made("basis", .enumeration(.measure)),
      made("status", .enumeration(.status)), made("gap", figure), kept("source", .source),
      made("actual_source", .source),
    ]
  }
}

extension Relation {
  /// The table whose targets the rows are, if they are of one that has targets.
  fileprivate var trackedEntity: Entity? {
    columns.lazy.compactMap(\.entity).first { !$0.figures.isEmpty }
  }

  /// Where the columns of an entity stand, by name.
  fileprivate func positions(of entity: Entity) -> [String: Int] {
    var positions: [String: Int] = [:]
    for (index, column) in columns.enumerated()
    where column.entity == entity && positions[column.name] == nil {
      positions[column.name] = index
    }
    return positions
  }
}

extension Entity {
  /// The figures of a row that can be promised. The size of the things counted (门槛) says what is
  /// counted, and is no promise.
  fileprivate var figures: [Measure] {
    switch self {
    case .indicators: [.level, .growth, .change, .share, .rank]
    case .projects: [.count, .started, .completed, .totalInvestment, .investment]
    case .measures: [.quantity, .coverage, .beneficiaries]
    case .reports, .facts, .honours: []
    }
  }

  /// Columns by name, as a phrase.
  fileprivate func list(of names: [String], isChoice: Bool) -> Bilingual {
    let chinese = names.map { name in
      let entry = Vocabulary.entry(spelled: name, in: .column, scope: rawValue)
      return "`\(entry?.chinese ?? name)`"
    }
    return Bilingual(
      (isChoice ? "one of " : "") + names.map { "`\($0)`" }.joined(separator: ", "),
      (isChoice ? "以下之一：" : "") + chinese.joined(separator: "、"))
  }
}
