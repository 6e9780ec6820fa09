/// What a dot-command takes, one after another.
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

  /// What the argument at a place is, counted from 0; nil where there is none. Reports are as many as
  /// there are, and a query has any number of words.
  func argument(at position: Int) -> Argument? {
    let takesMany = [.open, .ingest, .explain].contains(self)
    return position < arguments.count ? arguments[position] : takesMany ? arguments.last : nil
  }

  /// How many words it takes at most; `nil` where there is no limit, as of paths, which may have blanks.
  var mostArguments: Int? {
    switch self {
    case .tour, .tables, .ledger, .quit: 0
    case .examples, .schema, .mode, .width, .timer, .lang, .cite, .history: 1
    case .set: 2
    case .help, .output, .once, .open, .ingest, .read, .param, .explain, .edit: nil
    }
  }

  /// The options it takes, wherever they stand among the arguments.
  var options: [IngestOption] { self == .ingest ? IngestOption.allCases : [] }

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
