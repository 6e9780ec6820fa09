internal import DajuanLedger
internal import DajuanReports
internal import TerminalText

/// What became of the files, told to a person or to a machine.
struct IngestSummary {
  private(set) var counts: [LedgerIntake.Result: Int] = [:]
  private(set) var failures: [(path: String, reason: String)] = []
  private var facts = 0
  private var json: [String] = []
  /// Whether a program reads it: one JSON object, when all is done.
  let isForMachines: Bool

  init(isForMachines: Bool) { self.isForMachines = isForMachines }

  /// Takes a line in; what is to be written of it at once.
  mutating func add(_ line: LedgerIntake.Line) -> String {
    counts[line.result, default: 0] += 1
    if line.result == .failed { failures.append((line.path, line.notes.first ?? "")) }
    facts += line.draft?.account.total ?? 0
    if !isForMachines { return Self.text(of: line) }
    json.append(Self.json(of: line))
    return ""
  }

  // MARK: For a person

  private static func text(of line: LedgerIntake.Line) -> String {
    var text = TerminalText.visible("\(line.result.rawValue)  \(line.id ?? "")  \(line.path)")
    if line.result == .failed { text = "failed  " + TerminalText.visible(line.notes.first ?? "") }
    text += "\n"
    if let draft = line.draft {
      let account = draft.account
      let kinds = Kind.allCases.compactMap { kind in
        account.facts[kind].map { "\($0) \(kind.rawValue)" }
      }
      text += "  " + counted(account.total, "fact")
      if !kinds.isEmpty { text += ": " + kinds.joined(separator: ", ") }
      let rows = [
        counted(account.indicators, "indicator"), counted(account.projects, "project"),
        counted(account.measures, "measure"), counted(account.honours, "honour"),
      ]
      text += "; rows: " + rows.joined(separator: ", ") + "\n"
    }
    if line.result != .failed {
      for note in line.notes { text += "  " + TerminalText.visible(note) + "\n" }
    }
    return text
  }

  /// The last lines: how many of each, and what failed.
  func ending(isRehearsal: Bool, interrupted left: Int?) -> String {
    guard !isForMachines else { return machineText(isRehearsal: isRehearsal, left) }
    var parts: [String] = []
    for result in LedgerIntake.Result.allCases {
      if let count = counts[result] { parts.append("\(count) \(result.rawValue)") }
    }
    var text = (parts.isEmpty ? "nothing to read" : parts.joined(separator: ", "))
    text += "; " + counted(facts, "fact")
    if isRehearsal { text += "; a dry run: nothing was written" }
    if let left { text += "; interrupted: " + counted(left, "file") + " not read" }
    return text + "\n"
  }

  // MARK: For a machine

  private static func json(of line: LedgerIntake.Line) -> String {
    var fields: [(name: String, json: String)] = [
      ("file", JSONText.string(line.path)),
      ("result", JSONText.string(line.result.word)),
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
    fields.append(("notes", JSONText.array(line.notes.map(JSONText.string))))
    return JSONText.object(fields)
  }

  private func machineText(isRehearsal: Bool, _ left: Int?) -> String {
    let counts = LedgerIntake.Result.allCases.map {
      (name: $0.word, json: String(self.counts[$0] ?? 0))
    }
    return "{\"reports\": ["
      + json.map { "\n" + $0 }.joined(separator: ",") + "\n],\n\"counts\": "
      + JSONText.object(counts) + ",\n\"facts\": \(facts), \"dry_run\": \(isRehearsal), "
      + "\"not_read\": \(left ?? 0)}\n"
  }
}

extension LedgerIntake.Result {
  /// One word, for machines.
  fileprivate var word: String {
    switch self {
    case .known: "known"
    case .leftOut: "left_out"
    default: rawValue
    }
  }
}
