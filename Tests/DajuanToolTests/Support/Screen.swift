/// What a terminal shows: a VT100 with wide characters, as far as a line editor and a filter's
/// output need one.
///
/// Bytes go in through `feed`, in pieces of any size; rows of text come out. Rows that scroll off
/// the top are kept. Colours are taken in and forgotten. A sequence it does not know is noted in
/// `unknown`, so that a test sees it rather than a picture that is subtly wrong.
struct Screen {
  /// One column. The right half of a wide character is a cell of no text.
  struct Cell: Equatable {
    var text: String
    static let blank = Cell(text: " ")
    static let rightHalf = Cell(text: "")
  }

  let width: Int
  let height: Int
  var cells: [[Cell]]
  var row = 0
  var column = 0
  /// A character in the last column leaves the cursor on it; the next one wraps.
  var wrapsNext = false
  var insertsCharacters = false
  /// The rows that scroll, first and last.
  var region: ClosedRange<Int>
  var saved = (row: 0, column: 0)
  var parser = ControlParser()

  /// Rows that left the screen at the top, oldest first.
  var scrolledOff: [String] = []
  /// How often a row that was full went on in the next.
  var wraps = 0
  /// What a program called the window (OSC 0 and 2).
  var title = ""
  /// How often the bell rang.
  var bells = 0
  /// How many escape and control sequences came, and how many of them coloured.
  var escapes = 0
  var colours = 0
  /// The private modes that are set, such as 2004: pastes are marked.
  var modes: Set<Int> = []
  /// Control sequences that mean nothing here.
  var unknown: [String] = []

  init(width: Int = 80, height: Int = 24) {
    self.width = width
    self.height = height
    cells = Array(repeating: Array(repeating: .blank, count: width), count: height)
    region = 0...(height - 1)
  }

  /// The rows of the screen, without the blanks at their ends.
  var rows: [String] { cells.map(Self.text) }

  /// Everything shown so far, down to the cursor's row.
  var transcript: [String] { scrolledOff + cells[...row].map(Self.text) }

  /// The cursor's row counted from the first ever shown.
  var absoluteRow: Int { scrolledOff.count + row }

  /// The cursor's row.
  var currentRow: String { Self.text(cells[row]) }

  static func text(_ cells: [Cell]) -> String {
    var text = cells.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The columns a text takes.
  static func columns(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  /// The column at which `text` first stands in a row.
  static func column(of text: String, in row: String) -> Int? {
    row.firstRange(of: text).map { columns(row[..<$0.lowerBound]) }
  }

  /// Takes in what a program writes.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    parser.append(bytes)
    while let event = parser.next() { perform(event) }
  }

  mutating func feed(_ text: String) { feed(text.utf8) }

  private mutating func perform(_ event: ControlParser.Event) {
    switch event {
    case .scalar, .control: break
    case .escape, .sequence, .command: escapes += 1
    }
    switch event {
    case .scalar(let scalar): put(scalar)
    case .control(let code): control(code)
    case .escape(let final): escape(final)
    case .sequence(let sequence): perform(sequence)
    case .command(let text):
      if text.hasPrefix("0;") || text.hasPrefix("2;") { title = String(text.dropFirst(2)) }
    }
  }
}
