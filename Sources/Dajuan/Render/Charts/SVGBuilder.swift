import DajuanLedger
import TerminalText

/// Puts SVG elements together. Every text and attribute is escaped, so nothing in a report can be
/// markup or script.
struct SVGBuilder {
  private(set) var text = ""

  typealias Attributes = KeyValuePairs<String, String>

  /// An element without content.
  mutating func element(_ name: String, _ attributes: Attributes) {
    text += "<\(name)" + Self.attributes(attributes) + "/>\n"
  }

  /// An element with a tooltip.
  mutating func element(_ name: String, _ attributes: Attributes, tooltip: String) {
    text +=
      "<\(name)" + Self.attributes(attributes) + "><title>" + Self.escaped(tooltip)
      + "</title></\(name)>\n"
  }

  /// A text whose baseline starts, ends or is centred at a place.
  mutating func text(
    _ content: String, _ x: Double, _ y: Double, anchor: String = "start", size: Int = 13,
    isBold: Bool = false, color: String = SVGStyle.ink
  ) {
    var attributes: [(key: String, value: String)] = [
      ("x", Self.number(x)), ("y", Self.number(y)), ("font-size", String(size)), ("fill", color),
    ]
    if anchor != "start" { attributes.append(("text-anchor", anchor)) }
    if isBold { attributes.append(("font-weight", "bold")) }
    text += "<text" + Self.attributes(attributes) + ">" + Self.escaped(content) + "</text>\n"
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, color: String, width: Double = 1,
    opacity: Double = 1
  ) {
    element(
      "line",
      [
        "x1": Self.number(x1), "y1": Self.number(y1), "x2": Self.number(x2), "y2": Self.number(y2),
        "stroke": color, "stroke-width": Self.number(width), "stroke-opacity": Self.number(opacity),
      ])
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String
  ) {
    element(
      "rect",
      [
        "x": Self.number(x), "y": Self.number(y), "width": Self.number(width),
        "height": Self.number(height), "fill": fill,
      ])
  }

  /// A filled triangle whose tip points away from an open end.
  mutating func arrow(_ x: Double, _ y: Double, toward direction: Direction, color: String) {
    let (dx, dy) = direction.step
    let (sideX, sideY) = (dy * 5, dx * 5)
    let points = [(x + dx * 8, y + dy * 8), (x + sideX, y + sideY), (x - sideX, y - sideY)]
    element("polygon", ["points": Self.points(points), "fill": color])
  }

  enum Direction {
    case up, down, left, right

    fileprivate var step: (Double, Double) {
      switch self {
      case .up: (0, -1)
      case .down: (0, 1)
      case .left: (-1, 0)
      case .right: (1, 0)
      }
    }
  }

  // MARK: Text of XML

  static func points(_ points: [(Double, Double)]) -> String {
    points.map { number($0) + "," + number($1) }.joined(separator: " ")
  }

  /// A coordinate, to a hundredth.
  static func number(_ value: Double) -> String {
    Decimal(value).map { $0.rounded(places: 2).description } ?? "0"
  }

  /// Text for XML 1.0: marks of markup as entities, and what XML cannot hold made visible.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.visible(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func attributes(_ list: some Sequence<(key: String, value: String)>) -> String {
    list.map { " \($0.key)=\"" + escaped($0.value) + "\"" }.joined()
  }
}

/// Measures and colours of SVG charts.
enum SVGStyle {
  static let width = 760.0
  static let margin = 16.0
  static let ink = "#1a1a1a"
  static let faint = "#5c5c5c"
  static let rule = "#d9d9d9"
  static let uncertain = "url(#uncertain)"

  /// Colours that colour-blind readers can tell apart (M. Okabe and K. Ito, Color Universal Design,
  /// 2008).
  static let colors = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#8a7a00",
  ]

  /// How wide a text is about, at 13 points: a column of a terminal is half a wide character.
  static func width(of text: String, size: Int = 13) -> Double {
    Double(DisplayWidth.of(text)) * Double(size) * 0.54
  }
}

/// A chart drawn as SVG elements from the top left corner.
struct SVGDrawing {
  let height: Double
  let body: String
  /// What the chart is of, for readers who cannot see it.
  let title: String
}
