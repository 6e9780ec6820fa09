internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

/// Goes through doubtful facts with a person: a key for each, saved at once.
struct ReviewDialogue: ~Copyable {
  private let items: [ReviewItem]
  private let store: CorrectionStore
  private let by: String?
  private let usesColor: Bool
  private let language: Language
  private var keys: SingleKeys
  private let output = FileOutput.standardOutput()
  /// What was saved so far: places in the list.
  private var saved: [Int] = []
  private var hasWritten = false
  private var counts: (confirmed: Int, corrected: Int, deleted: Int) = (0, 0, 0)

  /// Nothing where no person sits at the terminal.
  init?(
    _ items: [ReviewItem], _ store: CorrectionStore, by: String?, usesColor: Bool,
    _ language: Language
  ) {
    guard let keys = SingleKeys() else { return nil }
    self.items = items
    self.store = store
    self.by = by
    self.usesColor = usesColor
    self.language = language
    self.keys = keys
  }

  /// What a key does.
  private enum Step {
    case next
    case stay
    case back(Int)
    case leave(Int32)
  }

  /// Asks until the list or the person's patience ends; the exit code.
  mutating func run() throws(StoreError) -> Int32 {
    if items.isEmpty {
      output.write(text("nothing is left to be looked at", "没有要看的了") + "\n")
      output.flush()
      return 0
    }
    var place = 0
    while place < items.count {
      show(place)
      asking: while true {
        let output = output
        let question = text(
          "y confirm, e edit, d not a quantity, s skip, u undo, q quit > ",
          "y 确认，e 修改，d 不是数量，s 跳过，u 撤回，q 离开 > ")
        let key = keys.next { Self.ask(question, output) }
        switch try act(on: key, place) {
        case .stay: continue
        case .next:
          place += 1
          break asking
        case .back(let former):
          place = former
          break asking
        case .leave(let code):
          try finish()
          return code
        }
      }
    }
    try finish()
    return 0
  }

  private mutating func act(
    on key: SingleKeys.Key, _ place: Int
  ) throws(StoreError) -> Step {
    switch key {
    case .interrupt:
      output.write("\n")
      return .leave(130)
    case .end: return say("quit", "离开", .leave(0))
    case .character(let scalar):
      switch scalar {
      case "y", "Y", "是":
        try save([(.confirm, "")], place)
        counts.confirmed += 1
        return say("confirmed", "已确认", .next)
      case "d", "D":
        try save([(.delete, "")], place)
        counts.deleted += 1
        return say("not a quantity", "不是数量", .next)
      case "e", "E": return try edit(place)
      case "s", "S", " ", "n": return say("skipped", "跳过", .next)
      case "u", "U": return try undo()
      case "q", "Q": return say("quit", "离开", .leave(0))
      default:
        return say("no such key", "没有这个键", .stay)
      }
    }
  }

  private func text(_ english: String, _ chinese: String) -> String {
    Bilingual(english, chinese)[language]
  }

  private func say(_ english: String, _ chinese: String, _ step: Step) -> Step {
    output.write(text(english, chinese) + "\n")
    output.flush()
    return step
  }

  /// Asks for fields until an empty line; each is checked before the fact is left.
  private mutating func edit(_ place: Int) throws(StoreError) -> Step {
    output.write(text("edit", "修改") + "\n")
    var said: [(field: Correction.Field, value: String)] = []
    while true {
      let output = output
      let question = text(
        "field=value (value unit bound nature force period kind subject …), empty to end > ",
        "字段=值（数值 单位 界 性质 力度 期间 类别 主体 …），空行结束 > ")
      let typed = TypedLine.next { Self.ask(question, output) }
      var line = ""
      switch typed {
      case .text(let text): line = text
      case .interrupt:
        output.write("\n")
        return .leave(130)
      case .end: break
      }
      do throws(CorrectionWords.Problem) {
        if line.allSatisfy(\.isWhitespace) {
          try check(said, place)
          break
        }
        let assignment = try CorrectionWords.assignment(line)
        _ = try CorrectionWords.corrections([assignment], at: items[place].anchor)
        said.append(assignment)
      } catch {
        output.write(TerminalText.visible(error.reason[language]) + "\n")
        // What contradicts itself is typed anew.
        if line.allSatisfy(\.isWhitespace) { return .stay }
      }
    }
    if said.isEmpty { return .stay }
    try save(said, place)
    counts.corrected += 1
    return say("corrected", "已更正", .next)
  }

  /// Refuses what makes no number; nobody has said anything of the fact before.
  private func check(
    _ said: [(field: Correction.Field, value: String)], _ place: Int
  ) throws(CorrectionWords.Problem) {
    let item = items[place]
    let corrections = try CorrectionWords.corrections(said, at: item.anchor)
    if let problem = CorrectedNumber.problem(
      corrections, after: [], of: item.fact, in: item.source)
    {
      throw CorrectionWords.Problem(reason: problem)
    }
  }

  private mutating func save(
    _ said: [(field: Correction.Field, value: String)], _ place: Int
  ) throws(StoreError) {
    let corrections: [Correction]
    do throws(CorrectionWords.Problem) {
      corrections = try CorrectionWords.corrections(said, at: items[place].anchor, by: by)
    } catch {
      // Every field was checked when it was typed.
      preconditionFailure(error.reason.english)
    }
    try store.add(corrections)
    hasWritten = true
    saved.append(place)
  }

  private mutating func undo() throws(StoreError) -> Step {
    guard let place = saved.popLast() else {
      return say("there is nothing to undo", "没有可撤回的", .stay)
    }
    for correction in try store.undo() {
      switch correction.field {
      case .confirm: counts.confirmed -= 1
      case .delete: counts.deleted -= 1
      default: break
      }
    }
    return say("taken back", "已撤回", .back(place))
  }

  // MARK: Looks

  private func show(_ place: Int) {
    let item = items[place]
    let (on, off) = usesColor ? ("\u{1B}[1;33m", "\u{1B}[0m") : ("【", "】")
    let visible = TerminalText.visible
    let line = item.fact.lines.lowerBound
    let head = text(
      "\(visible(item.report)), line \(line)  doubt \(item.doubt.score): ",
      "\(visible(item.report))，第 \(line) 行  存疑 \(item.doubt.score)：")
    output.write(
      "\n\(place + 1)/\(items.count)  \(head)\(item.reasons(in: language))\n"
        + "  \(visible(item.surroundings.before))\(on)\(visible(item.fact.surface))\(off)"
        + "\(visible(item.surroundings.after))\n"
        + "  = \(visible(item.reading(in: language)))\n")
  }

  private static func ask(_ question: String, _ output: FileOutput) {
    output.write(question)
    output.flush()
  }

  private func finish() throws(StoreError) {
    if hasWritten { try store.settle() }
    output.write(
      text(
        "\(counts.confirmed) confirmed, \(counts.corrected) corrected, "
          + "\(counts.deleted) not quantities",
        "确认 \(counts.confirmed)，更正 \(counts.corrected)，不是数量 \(counts.deleted)") + "\n")
    output.flush()
  }
}
