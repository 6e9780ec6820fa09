internal import DajuanLedger

/// The column of `projects` a fact's number belongs in.
enum ProjectColumn: Hashable {
  case count
  case threshold
  case started
  case completed
  /// 建成, 投产, 通车: things that came to be; a stage of the batch where its size is told too.
  case built
  case totalInvestment
  case investment

  /// The column of a fact about projects, or `nil` where a project has none for it.
  init?(_ fact: Fact, measure: String) {
    switch fact.role {
    case .threshold: self = .threshold
    case .level, .enumerator: self.init(level: fact, measure: measure)
    case .growth, .change, .share, .multiple, .ratio, .rank, .duration: return nil
    }
  }

  private init?(level fact: Fact, measure: String) {
    let words = Scalars(measure.unicodeScalars)[...]
    if Unit.named(fact.unit)?.family == .money {
      if !measure.contains("投资") && !fact.subject.contains("投资") { return nil }
      self =
        Self.totals.occur(in: words) && !Self.yearly.occur(in: words)
        ? .totalInvestment : .investment
    } else if Self.starts.occur(in: words) {
      self = .started
    } else if Self.ends.occur(in: words) {
      self = .completed
    } else if Self.builds.occur(in: words) {
      self = .built
    } else {
      self = .count
    }
  }

  private static let totals = Phrases("总投资 投资总额 计划投资 概算 估算 签约 合同 协议 总规模 投资规模")
  private static let yearly = Phrases("年度 全年 当年 年内 今年 本年 完成")
  private static let starts = Phrases("开工")
  private static let ends = Phrases("完工 竣工 交工 完结")
  private static let builds = Phrases("建成 投产 投用 通车 投入使用 投入运营 完成 交付")
}

/// A row of projects while the facts of one statement gather in it.
struct ProjectDraft {
  let bare: String
  let area: String?
  let statement: Int
  let segment: Int
  private(set) var figures: [ProjectColumn: Fact] = [:]
  private var names: [ProjectColumn: String] = [:]

  /// Begins a row with its first fact.
  init(_ parts: SubjectParts, area: String?, statement: Int, segment: Int) {
    bare = parts.bare
    self.area = area
    self.statement = statement
    self.segment = segment
  }

  /// Whether a fact of the same subject can stand in the row.
  ///
  /// Facts of one period and nature do. A planned total is a trait of the batch whatever the
  /// section reports, so it stands beside figures of either nature.
  func admits(_ fact: Fact, in column: ProjectColumn) -> Bool {
    if figures[column] != nil { return false }
    if column == .totalInvestment || column == .threshold { return true }
    return figures.allSatisfy { key, other in
      key == .totalInvestment || key == .threshold
        || other.nature == fact.nature && other.period == fact.period
    }
  }

  /// Puts a fact in its column.
  mutating func add(_ fact: Fact, in column: ProjectColumn, name: String) {
    figures[column] = fact
    names[column] = name
  }

  /// The row, or `nil` where only a threshold was found.
  func row(place: String?) -> ProjectRow? {
    var figures = figures
    var names = names
    // 建成公园22个 counts what was made; beside the size of the batch it is how far it got.
    if let built = figures.removeValue(forKey: .built) {
      let isStage = figures[.count] != nil || figures[.started] != nil
      let column: ProjectColumn = isStage && figures[.completed] == nil ? .completed : .count
      if figures[column] == nil {
        figures[column] = built
        names[column] = names[.built]
      }
    }
    let order: [ProjectColumn] = [.count, .investment, .started, .completed, .totalInvestment]
    guard let main = order.first(where: { figures[$0] != nil }), let fact = figures[main] else {
      return nil
    }
    let counted = figures[.started] == nil && figures[.completed] == nil ? names[.count] : nil
    var name = counted ?? (bare.isEmpty ? names[main] ?? "" : bare)
    if name.isEmpty { name = fact.subject }
    if name.isEmpty { return nil }
    // 项目 alone says nothing; with its size, 亿元以上项目, it is what the report calls it.
    if let size = figures[.threshold]?.surface, SubjectParts.isGeneric(name) { name = size + name }
    let standing = Standing(
      place: place,
      nature: fact.nature,
      force: fact.force,
      period: fact.period,
      sources: [statement]
    )
    func value(_ column: ProjectColumn) -> Quantity? { figures[column].map { Quantity($0) } }
    return ProjectRow(
      name: name,
      area: area,
      count: value(.count),
      threshold: value(.threshold),
      started: value(.started),
      completed: value(.completed),
      totalInvestment: value(.totalInvestment),
      investment: value(.investment),
      standing: standing
    )
  }
}
