import Glibc
import Testing

extension Screen {
  /// The rows as they stand, without empty ones at the end.
  var text: String {
    var rows = rows
    while rows.last == "" { rows.removeLast() }
    return rows.joined(separator: "\n") + "\n"
  }

  /// Holds the screen against `Screens/NAME.txt`, which has its rows and nothing else.
  /// `DAJUAN_RECORD=1` writes the file anew.
  func expect(
    _ name: String, file: String = #filePath,
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    let path = "/\(folder)/Screens/\(name).txt"
    if getenv("DAJUAN_RECORD") != nil {
      guard let stream = fopen(path, "w") else { throw SystemFailure("fopen \(path)") }
      fputs(text, stream)
      fclose(stream)
      return
    }
    #expect(try Sandbox.read(path) == text, "Screens/\(name).txt", sourceLocation: place)
  }
}
