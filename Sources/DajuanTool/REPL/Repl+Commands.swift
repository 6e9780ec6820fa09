internal import Dajuan
internal import DajuanLedger
internal import DajuanSyntax
internal import TerminalText

extension Repl {
  /// Whether the conversation goes on after a command.
  enum Continuation {
    case stay
    case leave
  }

  func run(_ command: DotCommand, entries: [String]) -> Continuation {
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
    // What asks queries may ask for parameters, which takes the editor: see `run()`.
    case .read, .examples: break
    case .param: parameter(command)
    case .explain: explain(command)
    case .history:
      let count = command.arguments.first.flatMap { Int($0) } ?? 20
      for entry in entries.suffix(max(0, count)) { show(entry) }
    case .quit: return .leave
    case nil:
      let names = DotCommand.Name.allCases.flatMap { [$0.rawValue, $0.chinese] }
      let nearest = NearestName(command.word).best(among: names)
      let help = nearest.map { "did you mean .\($0)?" } ?? "see .help"
      show("there is no command .\(command.word); \(help)")
    }
    return .stay
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
    show(listing.text)
  }

  private func showSchema(_ command: DotCommand) {
    let language = language(of: command)
    var entities = Entity.allCases
    if let name = command.arguments.first {
      guard let entity = Vocabulary.canonical(name, in: .entity).flatMap(Entity.init) else {
        let tables = Vocabulary.spellings(of: .entity)
        let nearest = NearestName(name).best(among: tables)
        show("there is no table \(name)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
        return
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
    show(listing.text)
  }

  // MARK: Scripts and looks

  /// The script that `.read` names; nil after saying why there is none.
  func script(_ command: DotCommand) -> Source? {
    guard let path = command.arguments.first.map(TypedPaths.path) else {
      show(".read needs a file")
      return nil
    }
    do throws(FileFailure) {
      return Source(name: path, bytes: try FileReading.bytes(of: path))
    } catch {
      show(error.description)
      return nil
    }
  }
}
