internal import Glibc

/// Paths as a person types them where no shell has been over them.
enum TypedPaths {
  /// The paths that words stand for: `~` is the home folder, and words that only together name
  /// something are one path with blanks in it.
  static func paths(_ words: [String]) -> [String] {
    let paths = words.map(path)
    guard paths.count > 1, !paths.contains(where: exists) else { return paths }
    let whole = path(words.joined(separator: " "))
    return exists(whole) ? [whole] : paths
  }

  /// The one path that words stand for; `nil` where there are none.
  static func onePath(_ words: [String]) -> String? {
    words.isEmpty ? nil : path(words.joined(separator: " "))
  }

  /// The path a word stands for.
  static func path(_ word: String) -> String {
    guard word == "~" || word.hasPrefix("~/"), let home = getenv("HOME") else { return word }
    return String(cString: home) + word.dropFirst()
  }

  /// A path as it has to be typed.
  static func quoted(_ path: String) -> String {
    path.contains(" ") ? "\"\(path)\"" : path
  }

  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
