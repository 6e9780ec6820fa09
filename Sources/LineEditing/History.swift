/// The statements a person entered, this session and before.
///
/// Held in memory, oldest first, and in a file when the host names one. Each statement is
/// appended to the file when it is entered, so two sessions at once both keep theirs and a
/// crash loses nothing. Whatever goes wrong with the file, the history goes on in memory and
/// `problem` says what to tell the person.
package struct History {
  /// The statements, oldest first; one that spans lines contains its newlines.
  package private(set) var entries: [String] = []

  /// The first thing that went wrong with the file, if anything has.
  package private(set) var problem: HistoryProblem?

  /// How many statements are kept. The file may hold up to twice as many before it is trimmed.
  package let capacity: Int

  private var file: HistoryFile?

  /// Loads the history kept in the file at `path`; nil keeps it in memory only. The file need
  /// not exist: it and the folders above it are made on the first append, for the owner's eyes
  /// only. Cost: reading the file, at most its last 16 MB.
  package init(path: String?, capacity: Int = 10_000) {
    self.capacity = max(capacity, 1)
    guard let path else { return }
    var file = HistoryFile(path: path, capacity: self.capacity)
    do throws(HistoryProblem) {
      entries = try file.load()
      try file.trimIfNeeded()
    } catch {
      problem = error
    }
    self.file = file
  }

  /// Takes up a statement and writes it to the file. Returns whether it was taken up: an empty
  /// statement, one that starts with a blank (a person's way to keep it out) and one equal to
  /// the last are not.
  @discardableResult
  package mutating func append(_ statement: String) -> Bool {
    let entry = Self.trimmed(statement)
    guard let first = entry.unicodeScalars.first, !first.properties.isWhitespace,
      entry != entries.last
    else { return false }
    entries.append(entry)
    if entries.count >= 2 * capacity { entries.removeFirst(entries.count - capacity) }
    do throws(HistoryProblem) {
      try file?.append(entry)
    } catch {
      problem = problem ?? error
    }
    return true
  }

  /// Without the blanks and newlines at the end, and without zeros, which no C string holds.
  private static func trimmed(_ statement: String) -> String {
    var scalars = statement.unicodeScalars
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    scalars.removeAll { $0.value == 0 }
    return String(scalars)
  }
}
