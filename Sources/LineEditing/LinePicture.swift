internal import TerminalText

/// What a screen is to show of the text being edited: rows of cells and the cursor's place.
///
/// A text that takes more rows than the screen has shows through a window that the cursor stays
/// in. Cost: one pass over the text, and cells for the rows that show.
struct LinePicture: Equatable {
  /// A character and the marks that stand on it.
  struct Cell: Equatable {
    var text: String
    var width: Int
    /// The parameters of its colour sequence; empty for none.
    var style = ""
  }

  struct Row: Equatable {
    var cells: [Cell] = []
    /// Whether the text goes on in the next row without a line break. Such a row is full.
    var wraps = false

    var width: Int { cells.reduce(0) { $0 + $1.width } }
  }

  var rows: [Row] = []
  /// The cursor's row among `rows`, and its column.
  var cursor = (row: 0, column: 0)
  /// Rows of the text above the window.
  private(set) var top = 0

  /// A picture of nothing.
  init() {}

  /// - Parameters:
  ///   - line: What is edited, and how it looks.
  ///   - cursor: Where in its text, in Unicode scalars.
  ///   - size: Columns and rows of the screen.
  ///   - formerTop: `top` of the picture before, kept as long as the cursor is in the window.
  init(_ line: Line, cursor: Int, size: (columns: Int, rows: Int), formerTop: Int = 0) {
    let width = max(size.columns, 2)
    let height = max(size.rows, 1)
    var layout = Layout(line, width: width, cursor: cursor)
    layout.run()
    let count = layout.starts.count
    let place = layout.cursor ?? (layout.row, layout.column)
    top = min(max(formerTop, place.row - height + 1, 0), place.row, max(count - height, 0))
    let shown = min(height, count - top)
    var drawing = Layout(
      line, width: width, cursor: cursor, from: layout.starts[top], drawing: shown)
    drawing.run()
    rows = Array(drawing.rows.prefix(shown))
    self.cursor = (place.row - top, min(place.column, width - 1))
  }

  static func == (one: LinePicture, other: LinePicture) -> Bool {
    one.rows == other.rows && one.cursor == other.cursor && one.top == other.top
  }

  /// A text with its prompts and colours.
  struct Line {
    var prompt: Prompt
    /// Stands before every row but the first that begins a line of the text.
    var continuation: Prompt
    var text: [Unicode.Scalar]
    /// Which scalars are coloured, in order and apart.
    var styles: [StyledRange] = []
  }
}

/// Goes over a text and puts each character in its row and column.
private struct Layout {
  /// Where a row of the screen begins.
  struct Start {
    /// The scalar of the text.
    var index = 0
    /// The scalar of the prompt before it; nil past the prompt.
    var promptIndex: Int? = 0
  }

  let line: LinePicture.Line
  let width: Int
  let wanted: Int
  /// How many rows to make cells of; nil to find out only where rows begin.
  let drawnRows: Int?

  private(set) var starts: [Start]
  private(set) var row = 0
  private(set) var column = 0
  private(set) var cursor: (row: Int, column: Int)?
  private(set) var rows: [LinePicture.Row] = [LinePicture.Row()]
  private var place: Start
  private var nextStyle = 0

  init(
    _ line: LinePicture.Line, width: Int, cursor: Int, from start: Start = Start(),
    drawing drawnRows: Int? = nil
  ) {
    self.line = line
    self.width = width
    self.drawnRows = drawnRows
    wanted = cursor
    starts = [start]
    place = start
  }

  /// Lays out the text to its end, or the rows to be drawn.
  mutating func run() {
    if place.promptIndex != nil { placePrompt() }
    while place.index < line.text.count, row < drawnRows ?? .max {
      let scalar = line.text[place.index]
      guard scalar == "\n" else {
        put(scalar)
        place.index += 1
        continue
      }
      noteCursor()
      place = Start(index: place.index + 1)
      breakRow(wraps: false)
      placePrompt()
    }
    guard place.index == line.text.count else { return }
    // The cursor needs a place behind the last character.
    if column >= width { breakRow(wraps: true) }
    noteCursor()
  }

  private mutating func placePrompt() {
    let prompt = place.index == 0 ? line.prompt : line.continuation
    var index = 0
    for run in prompt.runs {
      for scalar in run.text.unicodeScalars {
        defer { index += 1 }
        guard index >= place.promptIndex ?? .max else { continue }
        put(String(scalar), DisplayWidth.of(scalar), style: run.style)
        place.promptIndex = index + 1
      }
    }
    place.promptIndex = nil
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let draws = drawnRows != nil
    let style = draws ? style(at: place.index) : ""
    switch scalar.value {
    case 0x20..<0x7F: put(draws ? String(scalar) : "", 1, style: style)
    case 0x4E00...0x9FFF: put(draws ? String(scalar) : "", 2, style: style)
    case 0x09: repeat { put(" ", 1, style: style) } while column % 8 != 0 && column < width
    default:
      for piece in TerminalText.visible(String(scalar)).unicodeScalars {
        put(String(piece), DisplayWidth.of(piece), style: style)
      }
    }
  }

  private mutating func put(_ text: String, _ columns: Int, style: String) {
    if column + columns > width {
      // A wide character that does not fit goes to the next row whole.
      while column < width { append(" ", 1, style: "") }
      breakRow(wraps: true)
    }
    if place.promptIndex == nil { noteCursor() }
    append(text, columns, style: style)
  }

  private mutating func append(_ text: String, _ columns: Int, style: String) {
    column += columns
    guard drawnRows != nil else { return }
    if columns == 0, let last = rows[row].cells.indices.last {
      rows[row].cells[last].text += text
    } else {
      rows[row].cells.append(LinePicture.Cell(text: text, width: columns, style: style))
    }
  }

  private mutating func noteCursor() {
    if place.index == wanted, cursor == nil { cursor = (row, column) }
  }

  private mutating func breakRow(wraps: Bool) {
    if drawnRows != nil { rows[row].wraps = wraps }
    rows.append(LinePicture.Row())
    starts.append(place)
    row += 1
    column = 0
  }

  private mutating func style(at index: Int) -> String {
    while nextStyle < line.styles.count, line.styles[nextStyle].range.upperBound <= index {
      nextStyle += 1
    }
    guard nextStyle < line.styles.count, line.styles[nextStyle].range.contains(index) else {
      return ""
    }
    return line.styles[nextStyle].style
  }
}
