import Glibc
import Testing

/// A text that was once found right and is kept in a file. `DAJUAN_RECORD=1` writes the file anew.
enum RecordedFile {
  /// Holds a text against the file.
  static func expect(
    _ path: String, _ text: String, at place: SourceLocation = #_sourceLocation
  ) throws {
    if getenv("DAJUAN_RECORD") != nil {
      guard let stream = fopen(path, "w") else { throw SystemFailure("fopen \(path)") }
      fputs(text, stream)
      fclose(stream)
      return
    }
    #expect(try Sandbox.read(path) == text, "\(path)", sourceLocation: place)
  }
}
