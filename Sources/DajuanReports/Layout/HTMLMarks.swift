/// What the tags and entities of a web page say of its text.
enum HTMLMarks {
  /// Whether a text is a web page, or a piece of one: told from its beginning.
  static func occur(in scalars: [UInt32]) -> Bool {
    let limit = min(scalars.count, 20_000)
    var blocks = 0
    var index = 0
    while index < limit {
      guard let next = scalars[index..<limit].firstIndex(of: 0x3C) else { return false }
      index = next
      if let tag = tag(scalars, index, scalars.count) {
        if tag.isDocument { return true }
        if tag.isBlock { blocks += 1 }
        if blocks >= 2 { return true }
      }
      index += 1
    }
    return false
  }

  struct Tag {
    /// Where its name ends.
    let nameEnd: Int
    /// Whether it begins or ends a block, as p, div and tr do.
    let isBlock: Bool
    /// Whether only whole pages have it.
    let isDocument: Bool
    /// Whether what stands between it and its end is no text.
    let isHidden: Bool
    /// The rank of a heading, 1 for h1.
    let heading: Int?
    let isClosing: Bool
    let isCell: Bool
  }

  /// The tag that begins at a place.
  static func tag(_ scalars: [UInt32], _ start: Int, _ limit: Int) -> Tag? {
    var index = start + 1
    guard index < limit else { return nil }
    let isClosing = scalars[index] == 0x2F
    if isClosing || scalars[index] == 0x21 { index += 1 }
    var name = ""
    while index < limit, name.utf8.count < 10, let letter = letter(scalars[index]) {
      name.unicodeScalars.append(letter)
      index += 1
    }
    if name.isEmpty { return nil }
    // A tag's name ends in a blank, a stroke or the bracket: a<b is none.
    if index < limit, ![0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains(scalars[index]) { return nil }
    let isHeading = name.utf8.count == 2 && name.hasPrefix("h") && name.last?.isNumber == true
    return Tag(
      nameEnd: index,
      isBlock: blocks.contains(name) || isHeading,
      isDocument: documents.contains(name),
      isHidden: hidden.contains(name),
      heading: isHeading ? name.last?.wholeNumberValue : nil,
      isClosing: isClosing,
      isCell: name == "td" || name == "th"
    )
  }

  private static func letter(_ scalar: UInt32) -> Unicode.Scalar? {
    if (scalar | 0x20) &- 0x61 < 26 { return Unicode.Scalar(scalar | 0x20) }
    return scalar &- 0x30 < 10 ? Unicode.Scalar(scalar) : nil
  }

  private static let blocks: Set<String> = [
    "p", "div", "br", "tr", "li", "ul", "ol", "table", "title", "section", "article", "center",
    "body", "html", "head", "hr", "dd", "dt", "dl", "blockquote", "header", "footer", "form",
  ]
  private static let documents: Set<String> = ["html", "body", "doctype"]
  private static let hidden: Set<String> = ["script", "style", "noscript", "select", "textarea"]

  // MARK: Entities

  /// The character an entity stands for, and where it ends.
  static func entity(_ scalars: [UInt32], at start: Int, limit: Int) -> (scalar: UInt32, end: Int)?
  {
    let last = min(limit, start + 12)
    guard let end = (start..<last).first(where: { scalars[$0] == 0x3B }) else { return nil }
    let name = scalars[(start + 1)..<end].compactMap(Unicode.Scalar.init)
    guard let first = name.first else { return nil }
    if first == "#" {
      let isHex = name.count > 1 && (name[1] == "x" || name[1] == "X")
      var digits = String.UnicodeScalarView()
      digits.append(contentsOf: name.dropFirst(isHex ? 2 : 1))
      guard let value = UInt32(String(digits), radix: isHex ? 16 : 10), Unicode.Scalar(value) != nil
      else { return nil }
      return (value, end + 1)
    }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: name)
    return names[String(word)].map { ($0.value, end + 1) }
  }

  private static let names: [String: Unicode.Scalar] = [
    "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "amp": "&", "lt": "<", "gt": ">",
    "quot": "\"", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "mdash": "—",
    "ndash": "–", "hellip": "…", "middot": "·", "times": "×", "permil": "‰", "deg": "°",
    "bull": "•", "laquo": "«", "raquo": "»", "copy": "©", "zwj": "\u{200D}",
  ]
}
