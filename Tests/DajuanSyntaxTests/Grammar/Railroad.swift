import DajuanSyntax

/// The rules of a grammar as a page of railroad diagrams: drawings in the page itself, no script.
struct Railroad {
  private let grammar: EBNF

  init(_ grammar: EBNF) {
    self.grammar = grammar
  }

  var page: String {
    let index = grammar.names.map { "<li><a href=\"#\(Self.anchor($0))\">\($0)</a></li>" }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>The grammar of Dajuan</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 64rem; padding: 0 1rem }
      nav ul { columns: 12rem; padding-left: 1rem }
      h2 { margin: 2rem 0 0 }
      section p { margin: 0 }
      figure { margin: 0; overflow-x: auto }
      svg { display: block }
      path { fill: none; stroke: #667; stroke-width: 1.5 }
      rect { fill: #eef3fb; stroke: #667 }
      .terminal rect { fill: #fdf3dc }
      .words rect { fill: #f4f4f4; stroke-dasharray: 3 2 }
      text { font: 13px ui-monospace, monospace; text-anchor: middle; fill: #223 }
      a text { fill: #14c; text-decoration: underline }
      </style>
      </head>
      <body>
      <h1>The grammar of Dajuan</h1>
      <p>Drawn from <a href="dajuan.ebnf">dajuan.ebnf</a>, which says what the drawings cannot. Follow a line
      from left to right; round boxes are marks and words as written, in either language or another spelling of
      <a href="vocabulary.tsv">vocabulary.tsv</a>, square ones other rules, dashed ones are said in words.</p>
      <nav><ul>
      \(index.joined(separator: "\n"))
      </ul></nav>
      \(grammar.names.map(section).joined(separator: "\n"))
      </body>
      </html>

      """
  }

  static func anchor(_ name: String) -> String {
    name.replacing(" ", with: "-")
  }

  /// A word of the vocabulary with its Chinese spelling; a mark as it is.
  static func bothLanguages(_ text: String) -> String {
    let entries = [VocabularyEntry.Category.keyword, .operator].flatMap {
      Vocabulary.entries(spelled: text, in: $0)
    }
    return entries.first.map { "\($0.english) \($0.chinese)" } ?? text
  }

  private func section(_ name: String) -> String {
    guard let rule = grammar.rules[name] else { return "" }
    let diagram = Diagram.of(rule.definition)
    let users = grammar.names.filter {
      grammar.rules[$0].map { EBNF.uses($0.definition).contains(name) } ?? false
    }
    let links = users.map { "<a href=\"#\(Self.anchor($0))\">\($0)</a>" }
    let width = diagram.width + 40
    let height = diagram.up + diagram.down + 20
    let y = diagram.up + 10
    let path =
      "M5 \(y - 6)v12M5 \(y)h15M\(20 + diagram.width) \(y)h15M\(width - 5) \(y - 6)v12"
    return """
      <section id="\(Self.anchor(name))">
      <h2>\(name)</h2>
      <figure><svg role="img" aria-label="\(name)" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)"><path d="\(path)"/>\(diagram.draw(20, y))</svg></figure>
      \(links.isEmpty ? "" : "<p>Used by \(links.joined(separator: ", ")).</p>")
      </section>
      """
  }
}

/// A drawing with one line in at the left and one out at the right. Lengths are in pixels.
private struct Diagram {
  let width: Int

  /// How far it reaches above and below the line.
  let up: Int
  let down: Int

  /// The drawing with the line coming in at a point.
  let draw: (Int, Int) -> String

  private static let gap = 10

  static func of(_ node: EBNF.Node) -> Diagram {
    switch node {
    case .choice(let nodes): choice(nodes.map(of))
    case .sequence(let nodes): sequence(nodes.map(of))
    case .optional(let node): optional(of(node))
    case .repetition(let node): optional(loop(of(node)))
    case .exception(let node, let except):
      sequence([of(node), box("but not", "words"), of(except)])
    case .terminal(let text): box(Railroad.bothLanguages(text), "terminal")
    case .rule(let name): box(name, "rule", link: Railroad.anchor(name))
    case .special(let text): box(text, "words")
    }
  }

  private static func box(_ text: String, _ kind: String, link: String? = nil) -> Diagram {
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    let columns = words.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 8 : 14) }
    let width = columns + 20
    let shown = escape(words)
    return Diagram(width: width, up: 13, down: 13) { x, y in
      let radius = kind == "terminal" ? 12 : 0
      let content =
        "<rect x=\"\(x)\" y=\"\(y - 12)\" width=\"\(width)\" height=\"24\" rx=\"\(radius)\"/>"
        + "<text x=\"\(x + width / 2)\" y=\"\(y + 4)\">\(shown)</text>"
      let group = "<g class=\"\(kind)\">\(content)</g>"
      return link.map { "<a href=\"#\($0)\">\(group)</a>" } ?? group
    }
  }

  private static func sequence(_ parts: [Diagram]) -> Diagram {
    let width = parts.reduce(0) { $0 + $1.width } + gap * max(0, parts.count - 1)
    return Diagram(
      width: width,
      up: parts.map(\.up).max() ?? 0,
      down: parts.map(\.down).max() ?? 0
    ) { x, y in
      var result = ""
      var x = x
      for (index, part) in parts.enumerated() {
        if index > 0 {
          result += line("M\(x) \(y)h\(gap)")
          x += gap
        }
        result += part.draw(x, y)
        x += part.width
      }
      return result
    }
  }

  /// The first on the line, the others below it.
  private static func choice(_ parts: [Diagram]) -> Diagram {
    let inner = parts.map(\.width).max() ?? 0
    let down = parts.dropFirst().reduce(parts.first?.down ?? 0) { $0 + $1.up + $1.down + 4 }
    return Diagram(width: inner + 4 * gap, up: parts.first?.up ?? 0, down: down) { x, y in
      var result = ""
      var row = y
      for (index, part) in parts.enumerated() {
        if index > 0 { row += parts[index - 1].down + part.up + 4 }
        let left = x + 2 * gap
        let end = left + part.width
        let rest = x + inner + 2 * gap - end
        result += part.draw(left, row)
        if index == 0 {
          result += line("M\(x) \(y)h\(2 * gap)M\(end) \(y)h\(rest + 2 * gap)")
        } else if index + 1 < parts.count {
          result += line(
            "M\(x + gap) \(row - 10)q0 10 10 10M\(end) \(row)h\(rest)q10 0 10 -10"
          )
        } else {
          // The last one's lines serve those above it.
          result += line(
            "M\(x) \(y)q10 0 10 10V\(row - 10)q0 10 10 10"
              + "M\(end) \(row)h\(rest)q10 0 10 -10V\(y + 10)q0 -10 10 -10"
          )
        }
      }
      return result
    }
  }

  /// With a way past it above.
  private static func optional(_ part: Diagram) -> Diagram {
    let rise = max(part.up + 6, 20)
    return Diagram(width: part.width + 4 * gap, up: rise + 2, down: part.down) { x, y in
      part.draw(x + 2 * gap, y)
        + line(
          "M\(x) \(y)h\(2 * gap)M\(x + 2 * gap + part.width) \(y)h\(2 * gap)"
            + "M\(x) \(y)q10 0 10 -10V\(y - rise + 10)q0 -10 10 -10h\(part.width)"
            + "q10 0 10 10V\(y - 10)q0 10 10 10"
        )
    }
  }

  /// With a way back below.
  private static func loop(_ part: Diagram) -> Diagram {
    let fall = max(part.down + 6, 20)
    return Diagram(width: part.width + 2 * gap, up: part.up, down: fall + 2) { x, y in
      let end = x + gap + part.width
      return part.draw(x + gap, y)
        + line(
          "M\(x) \(y)h\(gap)M\(end) \(y)h\(gap)M\(end) \(y)q10 0 10 10V\(y + fall - 10)"
            + "q0 10 -10 10H\(x + gap)q-10 0 -10 -10V\(y + 10)q0 -10 10 -10"
        )
    }
  }

  private static func line(_ path: String) -> String {
    "<path d=\"\(path)\"/>"
  }

  private static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
