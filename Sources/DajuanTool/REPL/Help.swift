internal import Dajuan
internal import DajuanSyntax

/// The help of the REPL: an overview, or what the vocabulary says of one word.
struct Help {
  let language: Language

  /// Help on a word, or the overview.
  func text(on topic: String?) -> String {
    guard let topic else { return overview }
    let entries = VocabularyEntry.Category.allCases.flatMap {
      Vocabulary.entries(spelled: topic, in: $0)
    }
    if !entries.isEmpty { return entries.map(text).joined(separator: "\n\n") }
    if let command = DotCommand(topic)?.name ?? DotCommand("." + topic)?.name {
      return ".\(command.rawValue) \(command.parameters)  .\(command.chinese)\n  "
        + command.gloss[language] + (command == .explain ? phases : "")
    }
    let words = VocabularyEntry.Category.allCases.flatMap { Vocabulary.spellings(of: $0) }
    let nearest = NearestName(topic).best(among: words)
    let unknown = isChinese ? "没有关于 \(topic) 的帮助" : "there is no help on \(topic)"
    guard let nearest else { return unknown }
    return unknown + (isChinese ? "；是不是 \(nearest)？" : "; did you mean \(nearest)?")
  }

  /// The phases that `.explain` shows.
  private var phases: String {
    var listing = Listing()
    for phase in Session.Phase.allCases {
      listing.add(["  " + phase.rawValue, phase.chinese, phase.gloss[language]])
    }
    return "\n" + listing.text
  }

  private var isChinese: Bool { language == .chinese }

  private func text(_ entry: VocabularyEntry) -> String {
    var lines = ["\(entry.english)  \(entry.chinese)"]
    lines[0] += "  (" + entry.category.name(in: language) + scope(of: entry) + ")"
    lines.append("  " + entry.gloss[language])
    if let signature = entry.signature { lines.append("  " + signature[language]) }
    if let example = entry.example {
      lines.append("  " + (isChinese ? "例：" : "example: ") + example)
    }
    return lines.joined(separator: "\n")
  }

  private func scope(of entry: VocabularyEntry) -> String {
    guard !entry.scope.isEmpty else { return "" }
    return (isChinese ? "，属于 " : " of ") + entry.scope.joined(separator: ", ")
  }

  private var overview: String {
    var listing = Listing()
    for command in DotCommand.Name.allCases {
      listing.add([
        "  .\(command.rawValue) \(command.parameters)", ".\(command.chinese)",
        command.gloss[language],
      ])
    }
    let operators = Vocabulary.entries(in: .operator).map { "\($0.english) \($0.chinese)" }
    let tables = Vocabulary.entries(in: .entity).map { "\($0.english) \($0.chinese)" }
    let functions =
      (Vocabulary.entries(in: .aggregate) + Vocabulary.entries(in: .function)
      + Vocabulary.entries(in: .window))
      .map { $0.spelling(in: language) }
    let statements = Vocabulary.entries(in: .keyword).compactMap { $0.signature?[language] }
      .joined(separator: isChinese ? "；" : "; ")
    if isChinese {
      return """
        一条查询从一张表开始，用 | 连接各个操作：

          指标 ｜ 筛选 性质 == 目标 ｜ 排序 增速 降序
          项目 ｜ 汇总 合计(投资) 按 期间, 性质

        以 | 开头的一行接着上一条查询；Tab 补全；`.帮助 词` 看某个词的说明。

        表：\(tables.joined(separator: "，"))
        操作：\(operators.joined(separator: "，"))
        函数：\(functions.joined(separator: " "))
        语句：\(statements)

        \(listing.text)
        """
    }
    return """
      A query starts with a table and flows through operators joined by |:

        indicators | where nature == target | sort growth desc
        projects | summarize sum(investment) by period, nature

      A line that starts with | goes on from the last query; Tab completes; `.help word` explains.

      tables: \(tables.joined(separator: ", "))
      operators: \(operators.joined(separator: ", "))
      functions: \(functions.joined(separator: " "))
      statements: \(statements)

      \(listing.text)
      """
  }
}

extension VocabularyEntry.Category {
  /// What the kind of word is called.
  fileprivate func name(in language: Language) -> String {
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
