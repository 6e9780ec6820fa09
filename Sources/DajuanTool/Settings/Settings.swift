internal import Dajuan
internal import DajuanSyntax
internal import LineEditing

/// What a person has chosen: the settings that hold for this conversation.
///
/// Three voices, the later before the earlier: what is saved, what the command line asks for, and
/// what is said in the conversation.
struct Settings {
  private var chosen: [Setting: String] = [:]

  /// What holds for a setting: what was chosen, or the standard.
  subscript(setting: Setting) -> String { chosen[setting] ?? setting.standard }

  /// Chooses a value as ``Setting/value(_:)`` gives it, or with `nil` the standard.
  mutating func choose(_ value: String?, for setting: Setting) { chosen[setting] = value }

  // MARK: What they mean

  /// How answers are written.
  var format: OutputFormat { OutputFormat(rawValue: self[.mode]) ?? .table }

  /// The columns a table may take; `nil` for the terminal's.
  var width: Int? { Int(self[.width]) }

  /// The rows a table may show; `nil` for all.
  var rows: Int? { Int(self[.rows]) }

  /// The language; `nil` for the query's own.
  var language: Language? { Language(rawValue: self[.lang]) }

  /// Whose keys edit; `nil` for those of the person's `~/.editrc`.
  var keys: LineEditor.Keys? { LineEditor.Keys(rawValue: self[.keys]) }

  /// Whether CSV cells that a spreadsheet would run are neutralised.
  var guardsFormulas: Bool { self[.csvGuard] == "on" }

  /// When the time of a query is told.
  var timer: Timer { Timer(rawValue: self[.timer]) ?? .auto }

  /// When answers go through a pager.
  var pager: Paging { Paging(rawValue: self[.pager]) ?? .auto }

  /// When the time of a query is told.
  enum Timer: String {
    case auto, on, off

    /// Whether so long a time is told.
    func tells(_ time: Duration) -> Bool {
      switch self {
      case .auto: time >= .seconds(1)
      case .on: true
      case .off: false
      }
    }
  }

  /// When answers go through a pager.
  enum Paging: String {
    case auto, off, always
  }
}
