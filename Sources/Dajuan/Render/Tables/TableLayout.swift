import TerminalText

/// Which columns of an answer a table shows, and how wide, so that it fits the terminal.
///
/// What gives way, in this order: columns in which every value is missing, but for those the answer is
/// about; columns of words that are the same in every row, the widest first; headings, and words over
/// several lines, the widest first; then columns that say least, which are those with the fewest values,
/// a figure counting as two words, and among equals those in the middle, as the first say what a row is
/// and the last where it comes from. A column that names the rows stays, or where there is none, the first.
/// Figures keep to one line as long as the terminal is as wide as one
/// of them.
struct TableLayout {
  /// A column as it would like to be.
  struct Column {
    var heading: Int
    /// The widest cell.
    var body: Int
    /// Whether the cells may run over several lines.
    let mayWrap: Bool
    /// How many values there are.
    var values = 0
    /// Whether every value is missing.
    var isEmpty: Bool { values == 0 }
    /// Whether its words are the same in every row, of two at least.
    var isConstant = false
    /// Whether it is shown although every value is missing.
    let isEssential: Bool
    /// Whether its words name the rows.
    var namesRows = false

    var natural: Int { max(heading, body) }

    /// How much it says.
    var weight: Int { values * (mayWrap ? 1 : 2) }

    /// How narrow it may be made, where words are made as narrow as `words`.
    func least(_ words: Int) -> Int {
      mayWrap ? min(natural, words) : max(body, min(heading, words))
    }
  }

  /// The columns shown, in order.
  private(set) var shown: [Int]
  /// Their widths.
  private(set) var widths: [Int] = []
  /// Columns left out because nothing stands in them.
  private(set) var empty: [Int] = []
  /// Columns left out because their words are the same in every row.
  private(set) var constant: [Int] = []
  /// Columns left out because they have no room.
  private(set) var elided: [Int] = []
  /// The place in `shown` before which columns have no room; `nil` where that is not marked.
  private(set) var gap: Int?

  /// Columns of words are made no narrower than the first of these, or where two are left, the last.
  private static let narrowest = [12, 8]

  private let columns: [Column]
  private let rules: TableRules

  init(_ columns: [Column], rules: TableRules, limit: Int?) {
    self.columns = columns
    self.rules = rules
    shown = Array(columns.indices)
    guard let limit, total(natural) > limit else {
      widths = natural
      return
    }
    let kept = shown.filter { !columns[$0].isEmpty || columns[$0].isEssential }
    if !kept.isEmpty {
      empty = shown.filter { !kept.contains($0) }
      shown = kept
    }
    leaveOutConstants(limit)
    elide(limit)
    widths = fitted(limit)
  }

  private var natural: [Int] { shown.map { columns[$0].natural } }

  private mutating func leaveOutConstants(_ limit: Int) {
    while shown.count > 1, total(natural) > limit {
      let candidates = shown.indices.filter {
        columns[shown[$0]].isConstant && !columns[shown[$0]].isEssential
      }
      guard let place = candidates.max(by: { natural[$0] < natural[$1] }) else { break }
      constant.append(shown.remove(at: place))
    }
    constant.sort()
  }

  private static let mark = 1

  private func total(_ widths: [Int]) -> Int {
    let marked = gap == nil ? 0 : Self.mark
    return widths.reduce(marked, +)
      + rules.overhead(cells: widths.count + (gap == nil ? 0 : 1))
  }

  /// Leaves out columns until the others have room.
  private mutating func elide(_ limit: Int) {
    for words in Self.narrowest {
      // Rather two columns of narrow words than one.
      let fewest = words == Self.narrowest.last ? 1 : 2
      while shown.count > fewest, total(shown.map { columns[$0].least(words) }) > limit {
        elided.append(shown.remove(at: leastTelling))
        gap = shown.indices.first { place in elided.contains { $0 < shown[place] } } ?? shown.count
      }
    }
    elided.sort()
    // On a very narrow screen the column itself comes before the mark of those left out.
    let least = shown.map { columns[$0].least(Self.narrowest.last ?? 1) }
    if gap != nil, total(least) > limit { gap = nil }
  }

  /// The place of the column that is missed least.
  private var leastTelling: Int {
    let middle = Double(shown.count - 1) / 2 + 0.25
    let unnamed = shown.indices.filter { !columns[shown[$0]].namesRows }
    let places =
      unnamed.isEmpty || unnamed.count == shown.count ? Array(shown.indices.dropFirst()) : unnamed
    let candidates = places.filter { !columns[shown[$0]].isEssential }
    return (candidates.isEmpty ? places : candidates).min { left, right in
      let (one, other) = (columns[shown[left]].weight, columns[shown[right]].weight)
      if one != other { return one < other }
      return abs(Double(left) - middle) < abs(Double(right) - middle)
    } ?? shown.count - 1
  }

  private func fitted(_ limit: Int) -> [Int] {
    var widths = natural
    for words in Self.narrowest where total(widths) > limit {
      widths = fitted(limit, words)
    }
    // One column that has no room even so runs over several lines, figures too.
    if shown.count == 1 { widths[0] -= max(0, min(total(widths) - limit, widths[0] - 1)) }
    return widths
  }

  private func fitted(_ limit: Int, _ words: Int) -> [Int] {
    var widths = natural
    let least = shown.map { columns[$0].least(words) }
    var excess = total(widths) - limit
    while excess > 0 {
      let candidates = shown.indices.filter { widths[$0] > least[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      // Down to the next widest, so that columns are narrowed evenly.
      let next = candidates.map { widths[$0] }.filter { $0 < widths[widest] }.max()
      let target = max(next ?? least[widest], widths[widest] - excess, least[widest])
      let step = max(1, widths[widest] - target)
      widths[widest] -= step
      excess -= step
    }
    return widths
  }
}
