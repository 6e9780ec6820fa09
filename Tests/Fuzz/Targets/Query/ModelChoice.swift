/// A word of a column that holds one of a few, with its place in their list, by which they are ordered.
struct ModelChoice: Hashable, Sendable {
  let word: String
  let place: Int

  /// One of a list that has it.
  init(_ word: String, of list: [String]) {
    self.word = word
    place = list.firstIndex(of: word) ?? list.count
  }

  static let natures = ["actual", "target"]
  static let forces = ["achieved", "estimated", "target", "strive", "ensure", "plan"]
  static let statuses = ["met", "missed", "undecided", "pending"]
  static let figures = [
    "level", "growth", "change", "share", "rank", "count", "started", "completed",
    "total_investment", "investment", "quantity", "coverage", "beneficiaries", "implied",
  ]
}
