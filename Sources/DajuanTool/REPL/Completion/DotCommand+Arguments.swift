/// What a dot-command takes, one after another; the last again and again.
extension DotCommand.Name {
  /// The sorts of arguments there are. A command says here which it takes, and completion knows them.
  enum Argument: Equatable {
    /// A word that there is help on.
    case topic
    case table
    /// A file, or a folder.
    case path
    /// A value of a setting.
    case value(Setting)
    /// A setting.
    case setting
    /// A value of the setting named before.
    case chosen
    /// A parameter of the session.
    case parameter
    /// A question of `.examples`, by its number.
    case example
    /// A phase of a query, then the query.
    case explained
    /// Something that only whoever types knows, such as a number.
    case free
  }

  var arguments: [Argument] {
    switch self {
    case .help: [.topic]
    case .examples: [.example]
    case .schema: [.table]
    case .mode: [.value(.mode)]
    case .width: [.value(.width)]
    case .timer: [.value(.timer)]
    case .lang: [.value(.lang)]
    case .set: [.setting, .chosen]
    case .open, .ingest, .read, .output, .once: [.path]
    case .param: [.parameter, .free]
    case .explain: [.explained]
    case .cite, .edit, .history: [.free]
    case .tour, .tables, .ledger, .quit: []
    }
  }
}
