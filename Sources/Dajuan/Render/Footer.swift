import DajuanSyntax

/// The line under an answer: how many rows, and how many others stayed undecided and why.
struct Footer {
  let rows: Int
  let undecided: Undecided
  /// The condition, as written, whose bounds left rows undecided.
  let condition: String?
  let language: Language
  /// How long the query took, where that is to be told.
  var elapsed: Duration?

  /// `2 rows; undecided: 3 by bounds, 4 missing`, and the time where it is to be told: ` · 1.2 ms`.
  var line: String { counts + (elapsed.map { " · " + QueryTime.text($0) } ?? "") }

  /// `2 rows; undecided: 3 by bounds, 4 missing`.
  var counts: String {
    let count: String
    switch language {
    case .english: count = rows == 1 ? "1 row" : "\(rows) rows"
    case .chinese: count = "\(rows) 行"
    }
    guard let notes = undecidedCounts else { return count }
    return count + (language == .chinese ? "；" : "; ") + notes
  }

  /// `undecided: 3 by bounds, 4 missing`, or `nil` where every row was decided.
  var undecidedCounts: String? {
    if undecided.isNone { return nil }
    let isChinese = language == .chinese
    var parts: [String] = []
    if undecided.bounds > 0 {
      parts.append(isChinese ? "\(undecided.bounds) 行因界" : "\(undecided.bounds) by bounds")
    }
    if undecided.missing > 0 {
      parts.append(isChinese ? "\(undecided.missing) 行缺失" : "\(undecided.missing) missing")
    }
    if undecided.unit > 0 {
      parts.append(isChinese ? "\(undecided.unit) 行单位不同" : "\(undecided.unit) in another unit")
    }
    return isChinese
      ? "难定：" + parts.joined(separator: "，") : "undecided: " + parts.joined(separator: ", ")
  }

  /// How to see the rows that bounds left out, where there are any.
  var hint: String? {
    guard undecided.bounds > 0, let condition else { return nil }
    switch language {
    case .english: return "to see those undecided by bounds: where possibly(\(condition))"
    case .chinese: return "因界难定的行可用 筛选 可能(\(condition)) 查看"
    }
  }
}
