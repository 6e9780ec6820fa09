/// Search through the history for statements that begin like what stands before the cursor.
struct PrefixSearch {
  /// The line as it was.
  private let original: String
  /// Scalars before the cursor, which stays there.
  let cursor: Int
  private let prefix: String
  private var entry: Int

  /// The statement found, or the line as it was.
  private(set) var found: String

  init(_ text: String, cursor: Int, count: Int) {
    original = text
    self.cursor = cursor
    prefix = String(String.UnicodeScalarView(text.unicodeScalars.prefix(cursor)))
    entry = count
    found = text
  }

  /// Goes to the next one that is not the same again; false, and nothing changes, where there is
  /// none. Past the newest is the line as it was. Cost: linear in the history.
  mutating func step(older: Bool, in entries: [String]) -> Bool {
    var index = entry + (older ? -1 : 1)
    while entries.indices.contains(index) {
      if entries[index].hasPrefix(prefix), entries[index] != found {
        entry = index
        found = entries[index]
        return true
      }
      index += older ? -1 : 1
    }
    guard !older, entry < entries.count else { return false }
    entry = entries.count
    found = original
    return true
  }
}
