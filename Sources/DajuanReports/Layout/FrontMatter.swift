/// The lines between two `---` at the beginning of a Markdown file, and the title among them.
enum FrontMatter {
  case possible
  case open(title: String?)
  case closed(title: String?)
  case absent

  /// Looks at the next line; answers whether it belongs to the front matter.
  mutating func takes(_ line: ArraySlice<UInt32>) -> Bool {
    switch self {
    case .absent, .closed: return false
    case .possible:
      let visible = line.filter { !Folding.isInvisible($0) }
      self = visible == [0x2D, 0x2D, 0x2D] ? .open(title: nil) : .absent
      if case .open = self { return true }
      return false
    case .open(let title):
      if line.elementsEqual([0x2D, 0x2D, 0x2D]) {
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
