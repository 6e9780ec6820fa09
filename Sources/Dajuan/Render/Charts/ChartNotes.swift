import DajuanSyntax

/// What is said under a chart: what its marks mean, and what is not in it.
struct ChartNotes {
  let language: Language

  /// How many names are given before the rest is only counted.
  private static let shownNames = 6

  /// `not drawn, missing: 甲, 乙`
  func missing(_ names: [String]) -> String? {
    list(names).map { language == .chinese ? "缺失而未画：\($0)" : "not drawn, missing: \($0)" }
  }

  /// Figures of points that have no room beside them.
  func figures(_ figures: [String]) -> String? {
    list(figures).map { language == .chinese ? "图中写不下：\($0)" : "no room for: \($0)" }
  }

  private func list(_ names: [String]) -> String? {
    if names.isEmpty { return nil }
    let list = names.prefix(Self.shownNames).joined(separator: language == .chinese ? "，" : ", ")
    let rest = names.count - Self.shownNames
    if rest <= 0 { return list }
    return list + (language == .chinese ? "，另有 \(rest) 个" : " and \(rest) more")
  }

  /// The gaps of sparklines.
  func gaps(_ count: Int) -> String? {
    if count == 0 { return nil }
    return language == .chinese ? "缺失 \(count) 个，留为空白" : "\(count) missing, left as gaps"
  }

  /// Series beyond the marks there are.
  func leftOut(_ count: Int) -> String? {
    if count == 0 { return nil }
    return language == .chinese ? "系列过多，未画 \(count) 个" : "too many series, not drawn: \(count)"
  }

  /// What the marks of uncertain values mean.
  func legend(
    _ uncertainty: ChartUncertainty, shade: String, up: String, down: String
  ) -> String? {
    if uncertainty.isEmpty { return nil }
    let isChinese = language == .chinese
    var parts = ["\(shade) " + (isChinese ? "界内的不定部分" : "uncertain, within the bounds")]
    if uncertainty.contains(.openAbove) {
      parts.append("\(up) " + (isChinese ? "无上限" : "no upper limit"))
    }
    if uncertainty.contains(.openBelow) {
      parts.append("\(down) " + (isChinese ? "无下限" : "no lower limit"))
    }
    return parts.joined(separator: "  ")
  }
}
