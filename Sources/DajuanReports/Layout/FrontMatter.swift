/// The lines between two `---` at the beginning of a Markdown file, and the title among them.
enum FrontMatter {
  case possible
  case open(title: String?)
  case closed(title: String?)
  case absent

  /// The state before the first line: no front matter is possible where nothing closes it soon, as a
  /// text may begin with a rule.
  init(before scalars: [UInt32]) {
    var (lines, start) = (0, 0)
    while start < scalars.count, lines < Self.longest {
      var end = start
      while end < scalars.count, scalars[end] != 0x0A, scalars[end] != 0x0D { end += 1 }
      if lines > 0, Self.isFence(scalars[start..<end]) {
        self = .possible
        return
      }
      if end > start { lines += 1 }
      start = end + 1
    }
    self = .absent
  }

  /// The most lines a front matter has.
  private static let longest = 60

  /// Whether a line is `---`, blanks and invisible characters aside.
  private static func isFence(_ line: ArraySlice<UInt32>) -> Bool {
    line.count < 12
      && line.filter { !Folding.isInvisible($0) && !Folding.isBlank($0) } == [0x2D, 0x2D, 0x2D]
  }

  /// Looks at the next line; answers whether it belongs to the front matter.
  mutating func takes(_ line: ArraySlice<UInt32>) -> Bool {
    switch self {
    case .absent, .closed: return false
    case .possible:
      self = Self.isFence(line) ? .open(title: nil) : .absent
      if case .open = self { return true }
      return false
    case .open(let title):
      if Self.isFence(line) {
        self = .closed(title: title)
      } else if let found = Self.title(in: line) {
        self = .open(title: found)
      }
      return true
    }
  }

  var title: String? {
    switch self {
    case .open(let title), .closed(let title): title
    case .possible, .absent: nil
    }
  }

  private static func title(in line: ArraySlice<UInt32>) -> String? {
    let key: [UInt32] = "title:".unicodeScalars.map(\.value)
    guard line.starts(with: key) else { return nil }
    let scalars = line.dropFirst(key.count).compactMap(Unicode.Scalar.init)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.drop { $0 == " " || $0 == "\"" })
    while let last = text.last, last == " " || last == "\"" { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }
}
