/// Ctrl-R: search back through the history while the pattern is typed.
///
/// libedit's own search looks a typed character up in its key table by the low byte alone, so
/// that 七 (U+4E03) is Ctrl-C to it; hence this one. It knows nothing of the screen: the editor
/// feeds it characters and shows `pattern` and `match`.
struct IncrementalSearch {
  enum Step: Equatable {
    /// The search goes on.
    case `continue`
    /// The match becomes the line; the character, if any, is still to be acted on.
    case accept(Unicode.Scalar?)
    /// The line is as it was before.
    case cancel
  }

  struct Match: Equatable {
    var entry: Int
    /// Where the pattern stands in the entry, in Unicode scalars.
    var offset: Int
  }

  private(set) var pattern = ""
  private(set) var match: Match?

  /// Whether the pattern as it stands is nowhere further on; `match` is then the last that was.
  private(set) var hasFailed = false

  /// The pattern of the search before, which Ctrl-R on an empty one takes up again.
  private let formerPattern: String

  /// - Parameters:
  ///   - formerPattern: The pattern of the search before.
  ///   - start: The entry to go on from; nil for the newest.
  init(formerPattern: String, from start: Int? = nil) {
    self.formerPattern = formerPattern
    match = start.map { Match(entry: $0, offset: 0) }
  }

  /// Acts on a typed character. Cost: linear in the history searched.
  mutating func step(_ scalar: Unicode.Scalar, in entries: [String]) -> Step {
    switch scalar.value {
    case 0x12:  // Ctrl-R: the next older
      if pattern.isEmpty { pattern = formerPattern }
      find(in: entries, from: match.map { $0.entry - 1 } ?? entries.count - 1, by: -1)
    case 0x13:  // Ctrl-S: the next newer
      if pattern.isEmpty { pattern = formerPattern }
      find(in: entries, from: match.map { $0.entry + 1 } ?? entries.count, by: 1)
    case 0x7F, 0x08:
      if !pattern.isEmpty { pattern.removeLast() }
      match = nil
      find(in: entries, from: entries.count - 1, by: -1)
    case 0x07:
      return .cancel
    case 0x00...0x1F:
      return .accept(scalar)
    default:
      pattern.unicodeScalars.append(scalar)
      find(in: entries, from: match?.entry ?? entries.count - 1, by: -1)
    }
    return .continue
  }

  /// Which of the entries with the pattern the match is, the newest being 1, and how many they are;
  /// nil without one. A statement entered several times on end counts once, as it is found once. Cost:
  /// linear in the history.
  func standing(in entries: [String]) -> (number: Int, count: Int)? {
    guard let match, !pattern.isEmpty, !hasFailed else { return nil }
    var (number, count) = (0, 0)
    var former: String?
    for (index, entry) in entries.enumerated().reversed() {
      if entry != former, Self.offset(of: pattern, in: entry) != nil {
        count += 1
        former = entry
      }
      if index == match.entry { number = count }
    }
    return (number, count)
  }

  private mutating func find(in entries: [String], from start: Int, by stride: Int) {
    hasFailed = false
    guard !pattern.isEmpty else { return }
    let current = match.map { entries[$0.entry] }
    var index = start
    while entries.indices.contains(index) {
      // The same statement entered twice is one find, except while its pattern grows.
      let isRepeat = index != match?.entry && entries[index] == current
      if !isRepeat, let offset = Self.offset(of: pattern, in: entries[index]) {
        match = Match(entry: index, offset: offset)
        return
      }
      index += stride
    }
    hasFailed = true
  }

  private static func offset(of pattern: String, in text: String) -> Int? {
    let needle = Array(pattern.unicodeScalars)
    let scalars = Array(text.unicodeScalars)
    guard needle.count <= scalars.count else { return nil }
    return (0...(scalars.count - needle.count)).first { start in
      scalars[start..<(start + needle.count)].elementsEqual(needle)
    }
  }
}
