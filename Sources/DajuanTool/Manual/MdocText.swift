/// Text in mdoc(7).
struct MdocText {
  private(set) var text = ""

  /// Adds a request, its words escaped.
  mutating func request(_ name: String, _ words: [String] = []) {
    text += ([".\(name)"] + words.map(Self.escaped)).joined(separator: " ") + "\n"
  }

  /// Adds text: paragraphs parted by empty lines, those indented shown as they are.
  mutating func paragraphs(_ text: String) {
    for (index, paragraph) in Self.paragraphs(of: text).enumerated() {
      if paragraph.hasPrefix("  ") {
        request("Bd", ["-literal", "-offset", "indent"])
        for line in paragraph.split(separator: "\n") { add(String(line.dropFirst(2))) }
        request("Ed")
      } else {
        if index > 0 { request("Pp") }
        for line in paragraph.split(separator: "\n") {
          for sentence in Self.sentences(of: line) { add(sentence) }
        }
      }
    }
  }

  /// The paragraphs of a text.
  static func paragraphs(of text: String) -> [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    let all: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false) + [""]
    for line in all {
      if !line.isEmpty {
        lines.append(line)
      } else if !lines.isEmpty {
        paragraphs.append(lines.joined(separator: "\n"))
        lines = []
      }
    }
    return paragraphs
  }

  /// The sentences of a line, which in mdoc begin each a line of their own.
  private static func sentences(of line: Substring) -> [String] {
    var sentences = [""]
    var previous: (Character, Character) = (" ", " ")
    for character in line {
      if previous == (".", " "), character.isUppercase || character == "`" {
        sentences[sentences.count - 1].removeLast()
        sentences.append("")
      }
      sentences[sentences.count - 1].append(character)
      previous = (previous.1, character)
    }
    return sentences
  }

  /// A line of text, in which nothing is a request.
  private mutating func add(_ line: String) {
    let shown = Self.escaped(line)
    text += (shown.hasPrefix(".") || shown.hasPrefix("'") ? "\\&" : "") + shown + "\n"
  }

  /// What roff would take for something else, and what is not ASCII, by names: then it does not matter in
  /// which encoding the page is read.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-" where !result.isEmpty && result.last != " ": result += "\\-"
      case _ where !scalar.isASCII:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
