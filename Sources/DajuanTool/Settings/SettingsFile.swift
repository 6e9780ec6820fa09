internal import DajuanLedger
internal import Glibc

/// The file of saved settings: one `name value` a line, `#` before a remark. Lines that are not
/// understood are kept as they are, as another version may understand them.
struct SettingsFile {
  let path: String

  /// How much of it is read.
  private static let limit = 1 << 16

  /// That of this person; `nil` where there is no home to keep it in.
  static var standard: SettingsFile? { PersonalPaths.settings.map(SettingsFile.init) }

  /// Reads the settings.
  ///
  /// - Returns: What is saved, and the numbers of the lines that are not understood.
  /// - Throws: Why the file cannot be read; one that is not there saves nothing.
  func load() throws(FileFailure) -> (settings: Settings, unknown: [Int]) {
    var settings = Settings()
    var unknown: [Int] = []
    for (index, line) in try lines().enumerated() {
      let words = Self.words(line)
      guard let name = words.first else { continue }
      if let setting = Setting(named: name), words.count == 2,
        let value = setting.value(words[1])
      {
        settings.choose(value, for: setting)
      } else {
        unknown.append(index + 1)
      }
    }
    return (settings, unknown)
  }

  /// Keeps a value, or with `nil` forgets it. What another session has saved in the meantime stays.
  ///
  /// - Throws: Why it cannot be written; the file is then as it was.
  func save(_ value: String?, for setting: Setting) throws(FileFailure) {
    var lines = try lines()
    let place = lines.firstIndex { Self.setting(of: $0) == setting }
    lines.removeAll { Self.setting(of: $0) == setting }
    if let value { lines.insert("\(setting.rawValue) \(value)", at: place ?? lines.count) }
    try makeFolders()
    let text = lines.map { $0 + "\n" }.joined()
    try FileReplacement.put(Array(text.utf8), at: path)
  }

  private func lines() throws(FileFailure) -> [String] {
    do throws(FileFailure) {
      let bytes = try FileReading.bytes(of: path, limit: Self.limit)
      var lines = String(decoding: bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last?.isEmpty == true { lines.removeLast() }
      return lines
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return [] }
      throw error
    }
  }

  private func makeFolders() throws(FileFailure) {
    for slash in path.indices.dropFirst() where path[slash] == "/" {
      let folder = String(path[..<slash])
      if mkdir(folder, 0o700) == 0 || errno == EEXIST { continue }
      // A folder on the way that is there may be one where nothing can be made.
      let code = errno
      var status = stat()
      if stat(folder, &status) != 0 { throw FileFailure(path: folder, code: code) }
    }
  }

  private static func setting(of line: String) -> Setting? {
    words(line).first.flatMap(Setting.init(named:))
  }

  private static func words(_ line: String) -> [String] {
    line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
