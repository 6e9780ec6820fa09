internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import LineEditing
internal import TerminalText

extension Repl {
  /// Whether the conversation goes on after a command.
  enum Continuation {
    case stay
    case leave
    /// With a text to be edited next.
    case edit(String)
  }

  func run(_ command: DotCommand, _ editor: inout LineEditor) -> Continuation {
    if let name = command.name, let most = name.mostArguments, command.arguments.count > most {
      complain(Self.tooMany(name, language(of: command)))
      return .stay
    }
    switch command.name {
    case .help: showHelp(command)
    case .tables: showTables(language(of: command))
    case .schema: showSchema(command)
    case .mode: choose(.mode, command)
    case .width: choose(.width, command)
    case .timer: choose(.timer, command)
    case .lang: choose(.lang, command)
    case .set: set(command)
    case .output: redirect(command, isForOne: false)
    case .once: redirect(command, isForOne: true)
    case .open: open(command)
    case .ingest: ingest(command)
    case .ledger: showLedger(language(of: command))
    case .cite: cite(command)
    case .tour: walk(language(of: command))
    case .examples: showExamples(command, &editor)
    case .read: return read(command, &editor)
    case .param: parameter(command)
    case .explain: explain(command)
    case .edit:
      guard places.isEmpty else { return .edit("") }
      if let text = edited(command, entries: editor.history.entries) { return .edit(text) }
    case .history: showHistory(command, entries: editor.history.entries)
    case .quit: return .leave
    case nil: complain(unknown(command))
    }
    return .stay
  }

  private func unknown(_ command: DotCommand) -> String {
    let names = DotCommand.Name.allCases.flatMap { [$0.rawValue, $0.chinese] }
    let nearest = NearestName(command.word).best(among: names)
    let word = TerminalText.visible(command.word)
    if language(of: command) == .chinese {
      return "没有命令 .\(word)；" + (nearest.map { "是不是要写 .\($0)？" } ?? "见 .帮助")
    }
    let help = nearest.map { "did you mean .\($0)?" } ?? "see .help"
    return "there is no command .\(word); \(help)"
  }

  /// What is said where a command was given more than it takes.
  private static func tooMany(_ name: DotCommand.Name, _ language: Language) -> String {
    let isChinese = language == .chinese
    guard !name.parameters.isEmpty else {
      return isChinese
        ? ".\(name.chinese) 后面不写别的" : ".\(name.rawValue) takes nothing behind it"
    }
    return isChinese
      ? "太多了：.\(name.chinese) \(name.parameters)"
      : "that is too much: .\(name.rawValue) \(name.parameters)"
  }

  func language(of command: DotCommand) -> Language {
    // What a file is called says nothing of the language.
    let arguments = command.name?.arguments.contains(.path) == true ? [] : command.arguments
    let isChinese = ([command.word] + arguments).contains { word in
      word.unicodeScalars.contains { $0.value >= 0x4E00 && $0.value <= 0x9FFF }
    }
    return options.lang ?? (isChinese ? .chinese : .english)
  }

  // MARK: The ledger

  private func showTables(_ language: Language) {
    var listing = Listing()
    for entry in Vocabulary.entries(in: .entity) {
      guard let entity = Entity(rawValue: entry.english) else { continue }
      listing.add([
        entry.english, entry.chinese, String(session.ledger.table(entity).count),
        entry.gloss[language],
      ])
    }
    show(listing.text(width: Terminal.width))
  }

  private func showSchema(_ command: DotCommand) {
    let language = language(of: command)
    var entities = Entity.allCases
    if let name = command.arguments.first {
      guard let entity = Vocabulary.canonical(name, in: .entity).flatMap(Entity.init) else {
        let tables = Vocabulary.spellings(of: .entity)
        let nearest = NearestName(name).best(among: tables)
        let word = TerminalText.visible(name)
        guard language == .english else {
          return complain("没有表 \(word)；" + (nearest.map { "是不是要写 \($0)？" } ?? "见 .表"))
        }
        let help = nearest.map { "did you mean \($0)?" } ?? "see .tables"
        return complain("there is no table \(word); \(help)")
      }
      entities = [entity]
    }
    var listing = Listing()
    for entity in entities {
      for column in Relation(of: entity).columns {
        let entry = Vocabulary.entry(spelled: column.name, in: .column, scope: entity.rawValue)
        listing.add([
          entity.rawValue + "." + column.name, column.label(in: .chinese),
          column.type?.summary[language] ?? "", entry?.gloss[language] ?? "",
        ])
      }
    }
    showPaged(listing.text(width: Terminal.width))
  }
}
