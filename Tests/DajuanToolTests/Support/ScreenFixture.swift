import Testing

extension Screen {
  /// Holds the screen against `Screens/NAME.txt`, which has its rows and nothing else.
  func expect(
    _ name: String, file: String = #filePath,
    at place: SourceLocation = #_sourceLocation
  ) throws {
    try Self.expect(rows, name, file: file, at: place)
  }

  /// The same for some rows of a screen, such as one answer; empty ones at the end do not count.
  static func expect(
    _ rows: [String], _ name: String, file: String = #filePath,
    at place: SourceLocation = #_sourceLocation
  ) throws {
    var rows = rows
    while rows.last == "" { rows.removeLast() }
    let text = rows.joined(separator: "\n") + "\n"
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    let path = "/\(folder)/Screens/\(name).txt"
    try RecordedFile.expect(path, text, at: place)
  }
}
