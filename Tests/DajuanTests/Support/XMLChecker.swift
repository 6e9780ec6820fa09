/// Tells whether a text is a well-formed XML document (Extensible Markup Language 1.0, section 2.1)
/// of elements, attributes and text; declarations, comments and sections are not admitted.
struct XMLChecker {
  private(set) var root: String?
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private var rest: Substring
  private var open: [String] = []

  init(_ text: String) { rest = text[...] }

  /// What is wrong first, or `nil`.
  mutating func problem() -> String? {
    if rest.unicodeScalars.contains(where: {
      $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0.value == 0xFFFE || $0.value == 0xFFFF
    }) {
      return "a character XML does not have"
    }
    while !rest.isEmpty {
      if rest.first == "<" {
        if let problem = tag() { return problem }
      } else {
        let text = rest.prefix { $0 != "<" }
        rest = rest.dropFirst(text.count)
        if open.isEmpty, !text.allSatisfy(\.isWhitespace) { return "text outside the root" }
        if let problem = Self.problem(in: text) { return problem }
      }
    }
    return open.isEmpty && root != nil ? nil : "not closed: \(open)"
  }

  private mutating func tag() -> String? {
    rest.removeFirst()
    let isEnd = rest.first == "/"
    if isEnd { rest.removeFirst() }
    let name = String(rest.prefix { $0.isLetter })
    if name.isEmpty { return "no name after <" }
    rest = rest.dropFirst(name.count)
    if isEnd {
      guard open.popLast() == name, rest.first == ">" else { return "</\(name)> closes nothing" }
      rest.removeFirst()
      return nil
    }
    if open.isEmpty, root != nil { return "a second root" }
    root = root ?? name
    elements.insert(name)
    var seen: Set<String> = []
    while rest.first?.isWhitespace == true {
      rest = rest.drop(while: \.isWhitespace)
      if rest.first == "/" || rest.first == ">" { break }
      let key = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == ":" })
      rest = rest.dropFirst(key.count)
      guard !key.isEmpty, rest.hasPrefix("=\""), seen.insert(key).inserted else {
        return "a bad attribute in <\(name)>: \(key)"
      }
      rest = rest.dropFirst(2)
      let value = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 1)
      if value.contains("<") { return "< in an attribute of <\(name)>" }
      if let problem = Self.problem(in: value) { return problem }
      attributes.insert(key)
    }
    if rest.hasPrefix("/>") {
      rest = rest.dropFirst(2)
      return nil
    }
    guard rest.first == ">" else { return "<\(name)> does not end" }
    rest.removeFirst()
    open.append(name)
    return nil
  }

  private static func problem(in text: Substring) -> String? {
    for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let entity = piece.prefix { $0 != ";" }
      guard ["amp", "lt", "gt", "quot", "apos"].contains(entity), entity.count < piece.count else {
        return "no entity &\(entity)"
      }
    }
    return nil
  }
}
