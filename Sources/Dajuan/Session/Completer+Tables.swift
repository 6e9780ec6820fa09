import DajuanLedger
import DajuanSyntax

// What may stand in the operators that bring in another table, and in pivot.
extension CompletionContext {
  /// The place within a stage of one of these operators; `nil` in any other.
  static func tablePlace(
    in stage: [Token], _ source: Source, _ relation: Relation, _ environment: Environment
  ) -> Place? {
    switch stage.first?.keyword {
    case .join: joinPlace(in: stage, source, relation, environment)
    case .union: unionPlace(in: stage)
    case .pivot: pivotPlace(in: stage, relation)
    default: nil
    }
  }

  private static func joinPlace(
    in stage: [Token], _ source: Source, _ left: Relation, _ environment: Environment
  ) -> Place? {
    guard let on = stage.firstIndex(where: { $0.keyword == .on }) else {
      if stage.count == 1 { return .table(JoinKind.allCases.map(\.keyword)) }
      if stage.count == 2, JoinKind(stage[1].keyword) != nil { return .table([]) }
      return .words([.on])
    }
    let first = JoinKind(stage[1].keyword) != nil && on > 2 ? 2 : 1
    let table = Source(
      name: "",
      bytes: Array(source.bytes[stage[first].span.start..<stage[on].span.start]))
    let right = relation(of: table, environment) ?? Relation([])
    switch stage[stage.count - 1].kind {
    case .equal, .assign: return .column(right, first: [], [])
    case .comma: return .column(left, first: left.joinable(with: right), [])
    default:
      return on == stage.count - 1
        ? .column(left, first: left.joinable(with: right), []) : Place.none
    }
  }

  private static func unionPlace(in stage: [Token]) -> Place {
    let last = stage[stage.count - 1]
    return stage.count == 1 || last.kind == .comma ? .table([]) : .none
  }

  private static func pivotPlace(in stage: [Token], _ relation: Relation) -> Place {
    let columns = Place.column(relation, first: [], [])
    if stage.count == 1 { return columns }
    guard let values = stage[2...].firstIndex(where: { $0.keyword == .values }) else {
      return .words([.values])
    }
    let last = stage[stage.count - 1]
    if values == stage.count - 1 || last.keyword == .by || last.kind == .comma { return columns }
    return stage.contains { $0.keyword == .by } ? .none : .words([.by])
  }
}

/// Which pipeline of a statement is being written at its end: that in the innermost open bracket
/// that holds one.
struct PipelineScan {
  /// The index of its first token, perhaps past the last.
  let start: Int
  /// Its last bar.
  let lastPipe: Int?

  private struct Frame {
    var start: Int
    var lastPipe: Int?
    /// The operator of its last stage.
    var operation = Keyword.none
    /// Whether the bracket holds a pipeline, and not operands.
    var isPipeline = true
  }

  init(_ tokens: ArraySlice<Token>) {
    var frames = [Frame(start: tokens.startIndex)]
    for index in tokens.indices {
      let token = tokens[index]
      let before = index > tokens.startIndex ? tokens[index - 1] : nil
      switch token.kind {
      case .leftParenthesis, .leftBracket:
        let holdsPipeline = Self.holdsPipeline(after: before, in: frames[frames.count - 1])
        frames.append(Frame(start: index + 1, isPipeline: holdsPipeline))
      case .rightParenthesis, .rightBracket:
        if frames.count > 1 { frames.removeLast() }
      case .pipe:
        frames[frames.count - 1].lastPipe = index
      case .word where before?.kind == .pipe:
        frames[frames.count - 1].operation = token.keyword
      default: break
      }
    }
    let innermost = frames.last(where: \.isPipeline) ?? frames[0]
    (start, lastPipe) = (innermost.start, innermost.lastPipe)
  }

  private static func holdsPipeline(after token: Token?, in frame: Frame) -> Bool {
    switch frame.operation {
    case .join:
      token?.keyword == .join || token.map { JoinKind($0.keyword) != nil } ?? false
    case .union: token?.keyword == .union || token?.kind == .comma
    case .none where frame.isPipeline && frame.lastPipe == nil:
      token == nil || token?.kind == .assign || token?.kind == .leftParenthesis
    default: false
    }
  }
}
