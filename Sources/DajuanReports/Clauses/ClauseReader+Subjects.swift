internal import DajuanLedger

extension ClauseReader {
  /// Finds the subject of one quantity that stands by itself.
  mutating func readOne(_ index: Int) {
    let finding = findings[index]
    switch finding.mention.shape {
    case .rank: readRank(index)
    case .ratio: readMeasured(index)
    case .plain, .fraction:
      if finding.mention.unit.family == .year, !isSpanMeasured(index) {
        readYears(index)
      } else if isAttribute(index) {
        readAttribute(index)
      } else if isSizeOfNoun(index) || isSizeOfCount(index) || isSizeBeforeCount(index) {
        readSize(index)
      } else if isCounted(index) {
        readCounted(index)
      } else {
        readMeasured(index)
      }
    }
    if finding.mention.unit.family == .year || finding.mention.unit.family == .time
      || finding.mention.unit.family == .month
    {
      if findings[index].role == .level, !isSpanMeasured(index) {
        findings[index].role = .duration
      }
    }
  }

  /// Whether a span is how much of a measure there is: 平均受教育年限达到10.8年, 优良天数达到271天.
  private func isSpanMeasured(_ index: Int) -> Bool {
    switch findings[index].mention.unit.family {
    case .year: return codes.first("年限", in: findings[index].left) != nil
    case .time:
      let head = findings[index].subject.head
      return head.first("天数", in: head.indices) != nil
    default: return false
    }
  }

  /// Whether the thing counted stands after the number.
  func isCounted(_ index: Int) -> Bool {
    let finding = findings[index]
    let right = counted(index)
    let isBare = trimOpeners(finding.left).isEmpty
    guard startsNoun(right, isLoose: isBare) else {
      // 帮助130万人实现再就业: what the people come to belongs to what is told of them.
      return finding.mention.unit.family == .people && !right.isEmpty && isAction(finding.left)
        && codes[right.lowerBound].isHan
    }
    switch finding.mention.unit.family {
    case .thing, .people, .place, .administrative: return true
    case .money, .length, .area, .volume, .mass, .power, .container, .energy, .age:
      // 发放100亿元消费券; not 投资100亿元建设….
      return isAction(finding.left) || isBare || codes[right.lowerBound] == char("的")
        || Lexicon.funds.match(codes, at: right.lowerBound, limit: right.upperBound) != nil
    case .percent:
      // 增长8%的目标 is of the growth; 达到8%的目标, of what the clause is about.
      if isMoved(finding.left) || isGoal(index) { return false }
      // 以8%的速度增长 is a growth of what stands before.
      if !isBare,
        Lexicon.growthAfter.match(codes, at: right.lowerBound, limit: right.upperBound) != nil
      {
        return false
      }
      return codes[right.lowerBound] == char("的") || finding.left.isEmpty
    default: return false
    }
  }

  /// Whether the words before a number end in a movement.
  private func isMoved(_ left: Range<Int>) -> Bool {
    switch Lexicon.tails.match(codes, endingAt: left.upperBound, from: left.lowerBound)?.sense {
    case .rise, .fall: true
    default: false
    }
  }

  /// Whether a number is named as what was aimed at: 8%的预期目标.
  func isGoal(_ index: Int) -> Bool {
    let right = findings[index].right
    return Lexicon.goalNouns.match(codes, at: right.lowerBound, limit: right.upperBound) != nil
  }

  /// The words after a number, past the size of what it counts.
  func counted(_ index: Int) -> Range<Int> {
    isFollowedBySize(index) ? findings[index + 1].right : findings[index].right
  }

  /// Whether words are a verb alone, or end in one after which the thing is still to come.
  func isAction(_ range: Range<Int>) -> Bool {
    guard
      let match = Lexicon.actions.match(codes, endingAt: range.upperBound, from: range.lowerBound)
    else { return false }
    return match.range.upperBound == range.upperBound
  }
}
