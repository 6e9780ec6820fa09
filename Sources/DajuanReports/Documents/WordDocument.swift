/// The text of a word processor's document (Office Open XML, ECMA-376 part 1, section 17), one
/// paragraph a line.
///
/// Only the main part is read; numbers that the program itself counts (`w:numPr`) are not in the text
/// and stay out. No entity but XML's own five and character references is known, so nothing outside
/// the part is ever looked at.
package enum WordDocument {
  /// The longest main part that is read, in bytes.
  static let maximumBytes = 1 << 27

  /// The text, UTF-8.
  package static func text(of bytes: [UInt8]) throws(DocumentError) -> [UInt8] {
    let archive = try ZipArchive(bytes)
    var reader = WordReader(try archive.part("word/document.xml", limit: maximumBytes))
    return try reader.text()
  }
}

/// Goes through the tags of a main part.
private struct WordReader {
  private let xml: [UInt8]
  private var index = 0
  private var output: [UInt8] = []
  /// Whether characters are text: inside `w:t`.
  private var isText = false
  /// How deep in parts that say again what stands elsewhere: `mc:Fallback`, deleted text.
  private var hidden = 0
  /// Whether the paragraph has characters.
  private var hasWords = false
  /// How deep in the cells of tables.
  private var cells = 0

  init(_ xml: [UInt8]) { self.xml = xml }

  mutating func text() throws(DocumentError) -> [UInt8] {
    while index < xml.count {
      if xml[index] == UInt8(ascii: "<") {
        try tag()
      } else if xml[index] == UInt8(ascii: "&") {
        let scalar = try reference()
        if isText, hidden == 0 { append(scalar) }
      } else {
        if isText, hidden == 0 {
          output.append(xml[index])
          hasWords = true
        }
        index += 1
      }
    }
    return output
  }

  private mutating func append(_ scalar: UInt32) {
    output.append(scalar: scalar)
    hasWords = true
  }

  private mutating func tag() throws(DocumentError) {
    if skips("<!--", to: "-->") || skips("<?", to: "?>") { return }
    if starts("<!") { throw .markup("a document type or section has no place in it") }
    guard let end = xml[index...].firstIndex(of: UInt8(ascii: ">")) else {
      throw .markup("a tag does not end")
    }
    let isClosing = starts("</")
    let isEmpty = xml[end - 1] == UInt8(ascii: "/")
    let start = index + (isClosing ? 2 : 1)
    let stop = xml[start..<end].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "/") } ?? end
    let name = String(decoding: xml[start..<stop], as: UTF8.self)
    let attributes = xml[stop..<end]
    index = end + 1
    if isClosing { leave(name) } else { enter(name, attributes, isEmpty: isEmpty) }
  }

  private mutating func enter(_ name: String, _ attributes: ArraySlice<UInt8>, isEmpty: Bool) {
    switch name {
    case "w:t": isText = !isEmpty
    case "mc:Fallback", "w:del", "w:moveFrom": if !isEmpty { hidden += 1 }
    case "w:tc": if !isEmpty { cells += 1 }
    case "w:tab" where hasWords: output.append(UInt8(ascii: "\t"))
    case "w:br", "w:cr": endLine()
    case "w:pStyle": heading(attributes)
    case "w:p" where isEmpty: endLine()
    default: break
    }
  }

  private mutating func leave(_ name: String) {
    switch name {
    case "w:t": isText = false
    case "mc:Fallback", "w:del", "w:moveFrom": hidden = max(0, hidden - 1)
    case "w:p":
      // The paragraphs of a cell stay on the line of their row.
      if cells > 0 { output.append(UInt8(ascii: " ")) } else { endLine() }
    case "w:tc":
      cells = max(0, cells - 1)
      output.append(UInt8(ascii: "\t"))
    case "w:tr": endLine()
    default: break
    }
  }

  private mutating func endLine() {
    output.append(UInt8(ascii: "\n"))
    hasWords = false
  }

  /// A heading's style is put as Markdown has it, which the reader of layouts knows.
  private mutating func heading(_ attributes: ArraySlice<UInt8>) {
    let style = String(decoding: attributes, as: UTF8.self)
    guard !hasWords, hidden == 0, cells == 0 else { return }
    if style.contains("\"Title\"") {
      output += "# ".utf8
    } else if let level = (1...3).first(where: {
      style.contains("\"Heading\($0)\"") || style.contains("\"heading \($0)\"")
    }) {
      output += (String(repeating: "#", count: level + 1) + " ").utf8
    }
  }

  private mutating func reference() throws(DocumentError) -> UInt32 {
    guard let end = xml[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
      throw .markup("a reference does not end")
    }
    let name = String(decoding: xml[index + 1..<end], as: UTF8.self)
    index = end + 1
    switch name {
    case "amp": return 0x26
    case "lt": return 0x3C
    case "gt": return 0x3E
    case "quot": return 0x22
    case "apos": return 0x27
    default:
      let isHexadecimal = name.hasPrefix("#x")
      guard name.hasPrefix("#"),
        let value = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
        Unicode.Scalar(value) != nil, value >= 0x20 || value == 0x09 || value == 0x0A
      else { throw .markup("`&\(name);` is no character") }
      return value
    }
  }

  private func starts(_ word: StaticString) -> Bool {
    guard index + word.utf8CodeUnitCount <= xml.count else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { xml[index + $0] == word.utf8Start[$0] }
  }

  /// Passes over a comment or an instruction.
  private mutating func skips(_ start: StaticString, to end: StaticString) -> Bool {
    guard starts(start) else { return false }
    index += start.utf8CodeUnitCount
    while index < xml.count, !starts(end) { index += 1 }
    index += end.utf8CodeUnitCount
    return true
  }
}
