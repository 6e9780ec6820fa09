internal import Glibc

/// Where a person's own files are: a variable of the environment names each, else they are in a
/// folder of the XDG Base Directory Specification.
enum PersonalPaths {
  /// The history of statements: `$DAJUAN_HISTORY`, or `dajuan/history` in the folder for state.
  static var history: String? {
    path("DAJUAN_HISTORY", base: "XDG_STATE_HOME", inHome: ".local/state", "dajuan/history")
  }

  /// The settings that are saved: `dajuan/settings` in the folder for settings.
  static var settings: String? {
    path(nil, base: "XDG_CONFIG_HOME", inHome: ".config", "dajuan/settings")
  }

  /// What is run when the REPL starts: `$DAJUAN_INIT`, or `dajuan/init.dj` in the folder for settings.
  static var initScript: String? {
    path("DAJUAN_INIT", base: "XDG_CONFIG_HOME", inHome: ".config", "dajuan/init.dj")
  }

  /// Whether the person says where the init file is, so that it has to be there.
  static var namesInitScript: Bool { variable("DAJUAN_INIT") != nil }

  /// The path; `nil` where there is no home, or the variable that names it is empty.
  private static func path(
    _ own: String?, base: String, inHome: String, _ name: String
  ) -> String? {
    if let own, let path = variable(own) { return path.isEmpty ? nil : path }
    if let folder = variable(base), folder.hasPrefix("/") { return folder + "/" + name }
    guard let home = variable("HOME"), !home.isEmpty else { return nil }
    return home + "/" + inHome + "/" + name
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
