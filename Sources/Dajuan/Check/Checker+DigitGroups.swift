import DajuanSyntax

// `1,000元` in a list: two items as far as the syntax goes, and meant as one number.
extension Checker {
  /// Reports the numbers of a list whose digits stand in groups; true if there is one.
  ///
  /// A group is three digits directly after a comma that begin with a zero, or have the unit that the
  /// number before it lacks: `(1,200)` without either may be two numbers.
  mutating func reportGroupedDigits(_ items: [Expression]) -> Bool {
    var isFound = false
    var covered = 0
    for (index, item) in items.enumerated() {
      guard case .number(let first) = item.kind, first.isBare else { continue }
      var whole = item.span
      var isCertain = false
      for next in items[(index + 1)...] {
        guard case .number(let group) = next.kind, group.digits.utf8.count == 3,
          [",", "，"].contains(source.text(Span(whole.end, next.span.start)))
        else { break }
        isCertain = isCertain || group.digits.hasPrefix("0") || !group.isBare
        whole = whole.union(next.span)
      }
      guard isCertain, whole.end > covered else { continue }
      covered = whole.end
      let text = source.text(whole)
      report(
        .groupedDigits, [text], at: whole,
        suggestion: .write(text.filter { $0 != "," && $0 != "，" }, insteadOf: whole))
      isFound = true
    }
    return isFound
  }
}
