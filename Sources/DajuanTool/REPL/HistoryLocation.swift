internal import Glibc

/// Where the history of statements is kept: `$DAJUAN_HISTORY`, or `dajuan/history` in the folder for
/// state of the XDG Base Directory Specification.
enum HistoryLocation {
  /// The path; `nil` where there is no home to keep it in, or `DAJUAN_HISTORY` is empty.
  static var path: String? {
    if let path = variable("DAJUAN_HISTORY") { return path.isEmpty ? nil : path }
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/dajuan/history"
    }
    guard let home = variable("HOME"), !home.isEmpty else { return nil }
    return home + "/.local/state/dajuan/history"
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
