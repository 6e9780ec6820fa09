internal import Dajuan
internal import DajuanSyntax

// Pages on words of the language.
extension Help {
  func page(on entry: VocabularyEntry) -> HelpPage {
    if entry.category == .unit { return unitPage(entry) }
    let kind = entry.category.name(in: language)
    let title = "\(entry.english)  \(entry.chinese)  (\(kind)\(scope(of: entry)))"
    var more: [String] = []
    if let topic = HelpTopic.explaining(entry) { more.append(command(topic.name(in: language))) }
    if let page = HelpReference.page(of: entry) {
      more.append((isChinese ? "参考手册 " : "the reference page ") + page)
    }
    return HelpPage(
      title: title, gloss: entry.gloss[language], signature: entry.signature?[language],
      example: HelpExample.of(entry).map(worded), more: more)
  }

  /// What a person types to see a page.
  func command(_ word: String) -> String { (isChinese ? ".帮助 " : ".help ") + word }

  /// A query in the language asked for.
  func worded(_ query: String) -> String { HelpExample.worded(query, in: language) }

  private func scope(of entry: VocabularyEntry) -> String {
    guard !entry.scope.isEmpty else { return "" }
    guard isChinese else { return " of " + entry.scope.joined(separator: ", ") }
    let category: VocabularyEntry.Category = entry.category == .column ? .entity : .column
    let words = entry.scope.map { word in
      (Vocabulary.entry(spelled: word, in: category)
        ?? Vocabulary.entry(spelled: word, in: .operator))?.chinese ?? word
    }
    return "，属于 " + words.joined(separator: "、")
  }
}

extension VocabularyEntry.Category {
  /// What the kind of word is called.
  func name(in language: Language) -> String {
    guard language == .chinese else { return self == .entity ? "table" : rawValue }
    return switch self {
    case .keyword: "关键词"
    case .operator: "操作"
    case .function: "函数"
    case .aggregate: "聚合函数"
    case .window: "窗口函数"
    case .entity: "表"
    case .column: "列"
    case .value: "取值"
    case .unit: "单位"
    case .type: "类型"
    }
  }
}
