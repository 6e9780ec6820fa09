internal import DajuanSyntax
internal import LineEditing

// What the command line's parser says in English alone.
extension IngestOption {
  /// What is wrong with the options among words: one that is not there, that lacks what belongs behind it,
  /// or cannot have it. `nil` where it is something else.
  static func chineseProblem(in words: [String]) -> String? {
    var place = words.startIndex
    while place < words.endIndex {
      let typed = words[place]
      place += 1
      guard typed.hasPrefix("-"), typed != "-", typed != "-h" else { continue }
      var (name, value) = parts(of: typed)
      guard let option = allCases.first(where: { $0.word == name }) else {
        let nearest = NearestName(name).best(among: allCases.map(\.word))
        return "没有选项 \(name)" + (nearest.map { "，是不是 \($0)？" } ?? "")
      }
      if option.value == .nothing { continue }
      if value == nil, place < words.endIndex, !words[place].hasPrefix("--") {
        value = words[place]
        place += 1
      }
      guard let value else { return "\(option.word) 后面要写明\(option.kind.chinese)" }
      if let problem = option.chineseProblem(with: value) { return problem }
    }
    return nil
  }

  /// The option's word, and the value that is written in one with it: `--jobs=2`, `-j2`.
  private static func parts(of typed: String) -> (name: String, value: String?) {
    if typed.hasPrefix("-j") {
      let rest = String(typed.dropFirst(2))
      return (Self.jobs.word, rest.isEmpty ? nil : rest)
    }
    guard let sign = typed.firstIndex(of: "=") else { return (typed, nil) }
    return (String(typed[..<sign]), String(typed[typed.index(after: sign)...]))
  }

  private func chineseProblem(with value: String) -> String? {
    switch self.value {
    case .nothing, .folder, .free: return nil
    case .word(let choices, _):
      if choices.contains(value) { return nil }
      return "\(word) 不能是 \(value)；可选 " + choices.joined(separator: "、")
    case .number(let range, _):
      if let number = Int(value), range.contains(number) { return nil }
      return "\(word) 要写 \(range.lowerBound) 到 \(range.upperBound) 的整数，不能是 \(value)"
    }
  }

  /// The options and what they do.
  static func chineseHelp(width: Int) -> String {
    var listing = Listing()
    for option in allCases {
      listing.add([option.word, option.kind.chinese, option.gloss.chinese])
    }
    let head = ["把报告收进台账，一个 -l 和 .打开 能打开的文件夹。", "用法：.收录 文件或文件夹 … --into 台账"]
    let lines = head.flatMap { Paragraph.lines($0, width: width) }
    return lines.joined(separator: "\n") + "\n\n" + listing.text(width: width)
  }
}
