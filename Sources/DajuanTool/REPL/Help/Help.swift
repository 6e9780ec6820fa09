internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import TerminalText

/// The help of the REPL: an overview, or a page on one word: of the language, of the session, a unit,
/// the code of a mistake, a topic, or a command that starts with a dot.
struct Help {
  let language: Language
  /// Whose names have pages, too.
  let session: Session
  /// The columns there are.
  var width = 80

  var isChinese: Bool { language == .chinese }

  /// Help on a word, or the overview.
  func text(on topic: String?) -> String {
    guard let topic, !topic.isEmpty else { return overview }
    if let text = ownText(on: topic) { return text }
    if let explanation = Explanation.of(topic) { return laidOut(explanation) }
    if let command = DotCommand(topic)?.name { return text(page(on: command)) }
    let entries = VocabularyEntry.Category.allCases.flatMap {
      Vocabulary.entries(spelled: topic, in: $0)
    }
    if let found = HelpTopic.named(topic) {
      let command = DotCommand("." + topic)?.name
      let others = entries.map(page(on:)) + [command].compactMap { $0 }.map(page(on:))
      return ([text(found)] + others.map { $0.line(width: width) }).joined(separator: "\n")
    }
    let pages = entries.map(page(on:)) + unitPages(topic, entries)
    if !pages.isEmpty { return text(pages, commandsNamed: topic) }
    if let command = DotCommand("." + topic)?.name { return text(page(on: command)) }
    return unknown(topic)
  }

  /// Everything there is a page on, in every spelling.
  static var words: [String] {
    VocabularyEntry.Category.allCases.flatMap { Vocabulary.spellings(of: $0) }
      + HelpTopic.allCases.flatMap(\.spellings)
      + DotCommand.Name.allCases.flatMap { [$0.rawValue, $0.chinese] }
      + DiagnosticCode.allCases.map(\.rawValue)
  }

  func text(_ page: HelpPage) -> String { page.text(in: language, width: width) }

  /// Several pages: those of columns, values and types one a line, where there are many.
  private func text(_ pages: [HelpPage], commandsNamed word: String) -> String {
    var parts: [String] = []
    let (whole, short) =
      pages.count > 3
      ? (pages.filter { $0.signature != nil }, pages.filter { $0.signature == nil })
      : (pages, [])
    parts += whole.map(text)
    if !short.isEmpty { parts.append(short.map { $0.line(width: width) }.joined(separator: "\n")) }
    if let command = DotCommand("." + word)?.name { parts.append(text(page(on: command))) }
    return parts.joined(separator: "\n\n")
  }

  private func laidOut(_ explanation: Explanation) -> String {
    var lines: [String] = []
    for line in explanation.text(in: language).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      lines += line.isEmpty ? [""] : Paragraph.lines(String(line), width: width)
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// What is said of a word without a page: the nearest that have one.
  private func unknown(_ word: String) -> String {
    var words = Self.words + session.functions.keys + session.names
    var nearest: [String] = []
    while nearest.count < 3, let next = NearestName(word).best(among: words) {
      nearest.append(next)
      words.removeAll { $0 == next }
    }
    let shown = TerminalText.visible(word)
    let unknown = isChinese ? "没有关于 \(shown) 的帮助" : "there is no help on \(shown)"
    if nearest.isEmpty {
      return unknown + (isChinese ? "；.帮助 主题 列出各主题" : "; .help topics lists what there is")
    }
    return unknown
      + (isChinese
        ? "；是不是 \(nearest.joined(separator: "、"))？"
        : "; did you mean \(nearest.joined(separator: ", "))?")
  }
}

// What the session has named.
extension Help {
  private func ownText(on word: String) -> String? {
    let name = word.filter { $0 != "$" }
    if let function = session.functions[name] {
      return TerminalText.visible("\(function.signature) = \(function.text)")
    }
    if let parameter = session.parameters.first(where: { $0.name == name }) {
      let value = parameter.value ?? (isChinese ? "未给定" : "no value")
      return TerminalText.visible("param \(name): \(parameter.type) = \(value)") + "\n  "
        + (isChinese ? "用 .参数 \(name) 值 改换" : ".param \(name) VALUE changes it")
    }
    return session.summary(ofName: name, in: language).map {
      Paragraph.lines(TerminalText.visible("let \(name): \($0)"), width: width)
        .joined(separator: "\n")
    }
  }
}
