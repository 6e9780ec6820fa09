// Operators that make one row of many: summarize.
extension Parser {
  /// summary = "summarize" , list(assignment) , [ "by" , list(assignment) ] ;
  mutating func parseSummarize() -> Stage.Kind {
    let aggregates = parseItems(forgetting: .by) { $0.parseAssignment() }
    let groups = take(.by) || startsUnjoinedOperand ? parseItems { $0.parseAssignment() } : []
    return .summarize(Summary(aggregates: aggregates, groups: groups))
  }
}
