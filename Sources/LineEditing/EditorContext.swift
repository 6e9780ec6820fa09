internal import CEditline
internal import Glibc

/// What libedit's callbacks work on. They are C functions and capture nothing: each finds this
/// object through EL_CLIENTDATA.
///
/// libedit owns the text, the cursor and the keys; what stands on the terminal is drawn from here
/// (`EditorContext+Drawing.swift`).
final class EditorContext {
  /// Keys of the editor's own, queued for libedit as if typed, each bound to one command. They
  /// are C1 control characters, which no keyboard sends in UTF-8; `read` drops typed ones.
  enum Key: wchar_t, CaseIterable {
    case begin = 0x80
    case accept = 0x81
    case searchStep = 0x82
    case mark = 0x83
    case killRegion = 0x84
    case paste = 0x85
    case commandMode = 0x86
    case addAtEnd = 0x87
    case killEnd = 0x88
  }

  var input: KeyboardInput
  let completer: LineEditor.Completer
  let highlighter: LineEditor.Highlighter?
  let labels: LineEditor.Labels

  /// Says whether Enter ends a text, rather than breaking it; nil where it always does.
  var isComplete: ((String) -> Bool)?

  /// Whether the keys are vi's, where ESC is a key of its own.
  var usesViKeys = false

  /// Statements the search looks through, oldest first.
  var entries: [String] = []

  var prompt = Prompt("")
  var continuation = Prompt("")

  private var kept: [UnsafeMutableBufferPointer<wchar_t>] = []

  /// The text a line starts out with.
  var initial = ""

  /// How the line ended when libedit has none to give.
  var ending: LineEditor.ReadResult = .endOfInput

  /// Whether the line ends, as `ending` says, before another key is read.
  var endsNow = false

  /// Characters for libedit to read before any that are typed.
  var queue: [wchar_t] = []

  /// Candidates listed last.
  var listing: Listing?

  /// Whether libedit has been told of its screen since the line began.
  var hasScreen = false

  /// Whether the key handed over last was a character to be inserted.
  var lastWasText = false

  // What is drawn.
  var screen = LineScreen()
  var styled: (text: [Unicode.Scalar], styles: [StyledRange]) = ([], [])
  let sink: DrawingSink

  // Pastes.
  var isPasting = false
  /// Whether the rest of a paste that was given up still comes.
  var dropsPaste = false
  var pasted = ""

  /// Present while a line is read.
  var watch: SignalWatch?

  /// The incremental search under way, and the line to go back to if it is given up.
  var search: (state: IncrementalSearch, text: String, cursor: Int, prompt: Prompt)?
  var searchedScalar: Unicode.Scalar = " "
  var searchTakesEnter = false
  var formerPattern = ""

  /// The search for entries that begin alike, and the line it began with.
  var prefixSearch: PrefixSearch?

  /// The statement of the history that was recalled last.
  var recalled: Recall?

  var undoable = UndoHistory()

  /// Where what Ctrl-K and Ctrl-U delete ends.
  var killEnd = 0

  init(
    input: KeyboardInput, sink: DrawingSink, completer: @escaping LineEditor.Completer,
    highlighter: LineEditor.Highlighter?, labels: LineEditor.Labels
  ) {
    self.input = input
    self.sink = sink
    self.completer = completer
    self.highlighter = highlighter
    self.labels = labels
  }

  deinit { for text in kept { text.deallocate() } }

  /// The context of an editor inside one of its callbacks.
  static func of(_ editline: OpaquePointer?) -> EditorContext? {
    guard let data = ce_get_client_data(editline) else { return nil }
    return Unmanaged<EditorContext>.fromOpaque(data).takeUnretainedValue()
  }

  /// A text in memory that lasts as long as this object.
  func keep(_ text: String) -> UnsafeMutablePointer<wchar_t>? {
    let wide = WideText.encode(text)
    let memory = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: wide.count)
    _ = memory.initialize(from: wide)
    kept.append(memory)
    return memory.baseAddress
  }
}
