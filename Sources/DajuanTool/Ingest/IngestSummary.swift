internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax
internal import TerminalText

/// What became of the files, told to a person or to a machine.
struct IngestSummary {
  private(set) var counts: [LedgerIntake.Result: Int] = [:]
  private(set) var failures: [String] = []
  private var facts = 0
  private var json: [String] = []
  /// Whether a program reads it: one JSON object, when all is done.
  let isForMachines: Bool
  /// That of a person.
  private let language: Language

  init(isForMachines: Bool, _ language: Language) {
    (self.isForMachines, self.language) = (isForMachines, language)
  }

  private var isChinese: Bool { language == .chinese }

  /// Takes a line in; what is to be written of it at once.
  mutating func add(_ line: LedgerIntake.Line) -> String {
    counts[line.result, default: 0] += 1
    if line.result == .failed { failures.append(line.notes.first?[language] ?? "") }
    facts += line.draft?.account.total ?? 0
    if !isForMachines { return text(of: line) }
    json.append(Self.json(of: line))
    return ""
  }

  // MARK: For a person

  private func text(of line: LedgerIntake.Line) -> String {
    let result = line.result.text[language]
    if line.result == .failed {
      return result + "  " + TerminalText.visible(line.notes.first?[language] ?? "") + "\n"
    }
    var text = TerminalText.visible("\(result)  \(line.id ?? "")  \(line.path)") + "\n"
    if let account = line.draft?.account { text += "  " + self.text(of: account) + "\n" }
    for note in line.notes { text += "  " + TerminalText.visible(note[language]) + "\n" }
    return text
  }

  /// What was found in a report: `6 facts: 1 indicator, …; rows: 2 indicators, …`.
  private func text(of account: ReportAccount) -> String {
    let kinds = Kind.allCases.compactMap { kind -> String? in
      guard let count = account.facts[kind] else { return nil }
      let entry = Vocabulary.entry(spelled: kind.rawValue, in: .value, scope: "kind")
      return isChinese ? "\(entry?.chinese ?? kind.rawValue) \(count)" : "\(count) \(kind.rawValue)"
    }
    let rows = [
      (account.indicators, "indicator", "指标"), (account.projects, "project", "项目"),
      (account.measures, "measure", "民生"), (account.honours, "honour", "荣誉"),
    ].map { count, english, chinese in
      isChinese ? "\(chinese) \(count)" : counted(count, english)
    }
    let comma = isChinese ? "，" : ", "
    var text = total(account.total)
    if !kinds.isEmpty { text += (isChinese ? "：" : ": ") + kinds.joined(separator: comma) }
    return text + (isChinese ? "；行：" : "; rows: ") + rows.joined(separator: comma)
  }

  private func total(_ facts: Int) -> String {
    isChinese ? "\(facts) 个事实" : counted(facts, "fact")
  }

  /// The last lines: how many of each, and what failed.
  func ending(isRehearsal: Bool, interrupted left: Int?) -> String {
    guard !isForMachines else { return machineText(isRehearsal: isRehearsal, left) }
    let parts = LedgerIntake.Result.allCases.compactMap { result in
      counts[result].map { count in
        isChinese ? "\(result.text.chinese) \(count)" : "\(count) \(result.text.english)"
      }
    }
    let nothing = isChinese ? "没有可读的" : "nothing to read"
    var clauses = [
      parts.isEmpty ? nothing : parts.joined(separator: isChinese ? "，" : ", "), total(facts),
    ]
    if isRehearsal {
      clauses.append(isChinese ? "试运行：什么也没有写" : "a dry run: nothing was written")
    }
    if let left {
      clauses.append(
        isChinese ? "已中断：\(left) 个文件未读" : "interrupted: " + counted(left, "file") + " not read")
    }
    return clauses.joined(separator: isChinese ? "；" : "; ") + "\n"
  }

  // MARK: For a machine

  private static func json(of line: LedgerIntake.Line) -> String {
    var fields: [(name: String, json: String)] = [
      ("file", JSONText.string(line.path)),
      ("result", JSONText.string(line.result.rawValue)),
      ("report", line.id.map(JSONText.string) ?? "null"),
    ]
    if let draft = line.draft {
      let (stored, account) = (draft.stored, draft.account)
      func text(_ value: String?) -> String { value.map(JSONText.string) ?? "null" }
      fields += [
        ("place", text(stored.place)), ("year", stored.year.map(String.init) ?? "null"),
        ("level", text(stored.level)), ("title", text(stored.title)),
        ("form", text(stored.origin.form)),
        (
          "facts",
          JSONText.object(
            Kind.allCases.map { ($0.rawValue, String(account.facts[$0] ?? 0)) })
        ),
        ("indicators", String(account.indicators)), ("projects", String(account.projects)),
        ("measures", String(account.measures)), ("honours", String(account.honours)),
        ("unread_figures", String(account.unreadFigures)),
      ]
    }
    fields.append(("notes", JSONText.array(line.notes.map { JSONText.string($0.english) })))
    return JSONText.object(fields)
  }

  private func machineText(isRehearsal: Bool, _ left: Int?) -> String {
    let counts = LedgerIntake.Result.allCases.map {
      (name: $0.rawValue, json: String(self.counts[$0] ?? 0))
    }
    return "{\"reports\": ["
      + json.map { "\n" + $0 }.joined(separator: ",") + "\n],\n\"counts\": "
      + JSONText.object(counts) + ",\n\"facts\": \(facts), \"dry_run\": \(isRehearsal), "
      + "\"not_read\": \(left ?? 0)}\n"
  }
}
