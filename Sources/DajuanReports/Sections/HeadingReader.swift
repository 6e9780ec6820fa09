internal import DajuanLedger

/// One thing a heading announces: a look back or forward, and over which period.
struct HeadingPart: Equatable {
  var nature: Nature
  /// The years or months it names, or nothing where it names none.
  var period: Period?
  /// Whether a word of the heading tells its nature, rather than a year alone.
  var hasCue: Bool
}

/// Reads what a heading announces: `2010年及“十一五”工作回顾` two looks back,
/// `“十二五”成就和“十三五”打算` a look back and one forward.
///
/// A heading parts where a link (及, 和, 与, 、) is followed by a time. A part without a cue of its
/// own is announced by the one after it, as a Chinese heading's noun stands at its end.
struct HeadingReader {
  let codes: [Code]
  let calendar: Calendar

  func parts(_ range: Range<Int>) -> [HeadingPart] {
    var parts: [HeadingPart] = []
    var following: Nature?
    for piece in pieces(range).reversed() {
      let nature = cue(piece.range)
      let year = piece.period.map { Int($0.last / 12) }
      let byYear: Nature? = year.flatMap { year in
        calendar.year.map { year < $0 ? .actual : .target }
      }
      guard let found = nature ?? following ?? byYear else { continue }
      parts.append(
        HeadingPart(
          nature: found, period: piece.period, hasCue: nature != nil || following != nil))
      following = found
    }
    return parts.reversed()
  }

  /// Whether a heading's words look back or forward, where they tell.
  func cue(_ range: Range<Int>) -> Nature? {
    if Lexicon.strongReview.occurs(codes, in: range) { return .actual }
    if Lexicon.planCues.occurs(codes, in: range) { return .target }
    if Lexicon.reviewCues.occurs(codes, in: range) { return .actual }
    return nil
  }

  private struct Piece {
    var range: Range<Int>
    var period: Period?
  }

  /// The pieces a heading parts into, each with the first period it names.
  private func pieces(_ range: Range<Int>) -> [Piece] {
    var pieces = [Piece(range: range, period: nil)]
    var index = range.lowerBound
    while index < range.upperBound {
      guard
        let time = TimeReader.time(
          codes, at: index, from: range.lowerBound, limit: range.upperBound)
          ?? TimeReader.plan(codes, index, range.upperBound, inHeading: true),
        let period = period(of: time)
      else {
        index += 1
        continue
      }
      let before = index > range.lowerBound ? codes[index - 1] : 0
      let last = pieces.count - 1
      if Self.links.contains(before), index - 1 > pieces[last].range.lowerBound {
        pieces[last].range = pieces[last].range.lowerBound..<index - 1
        pieces.append(Piece(range: index..<range.upperBound, period: period))
      } else if pieces[last].period == nil {
        pieces[last].period = period
      }
      index = time.range.upperBound
    }
    return pieces
  }

  private func period(of time: TimeMention) -> Period? {
    switch time.value {
    case .day, .word(.wholeYear), .word(.yearOnAverage): nil
    // 上半年 in a heading is the half-year the report is given after.
    default: calendar.period(of: time, current: calendar.planned)
    }
  }

  private static let links = CodeSet("及和与、暨，")
}
