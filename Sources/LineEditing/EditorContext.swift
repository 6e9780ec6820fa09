internal import CEditline
internal import Glibc

/// What libedit's callbacks work on. They are C functions and capture nothing: each finds this
/// object through EL_CLIENTDATA.
final class EditorContext {
  /// Keys of the editor's own, queued for libedit as if typed, each bound to one command. They
  /// are C1 control characters, which no keyboard sends in UTF-8; `next` drops typed ones.
  enum Key: wchar_t, CaseIterable {
    case begin = 0x80
    case list = 0x81
    case searchStep = 0x82
    case previousHistory = 0x83
    case nextHistory = 0x84
  }

  var input: KeyboardInput
  var completer: LineEditor.Completer
  let labels: LineEditor.Labels

  /// Statements the search looks through, oldest first.
  var entries: [String] = []

  private(set) var prompt = Prompt("")
  private var widePrompt = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: 0)

  private var kept: [UnsafeMutableBufferPointer<wchar_t>] = []

  /// The text a line starts out with.
  var initial = ""

  /// How the line ended when libedit has none to give.
  var ending: LineEditor.ReadResult = .endOfInput

  /// Characters for libedit to read before any that are typed.
  var queue: [wchar_t] = []

  /// Candidates waiting to be listed, or listed last.
  var listing: Listing?

  /// Present while a line is read.
  var watch: SignalWatch?

  /// The incremental search under way, and the line to go back to if it is given up.
  var search: (state: IncrementalSearch, text: String, cursor: Int, prompt: Prompt)?
  var searchedScalar: Unicode.Scalar = " "
  var formerPattern = ""

  init(input: KeyboardInput, completer: @escaping LineEditor.Completer, labels: LineEditor.Labels) {
    self.input = input
    self.completer = completer
    self.labels = labels
    show(prompt)
  }

  deinit {
    widePrompt.deallocate()
    for text in kept { text.deallocate() }
  }

  /// The context of an editor inside one of its callbacks.
  static func of(_ editline: OpaquePointer?) -> EditorContext? {
    guard let data = ce_get_client_data(editline) else { return nil }
    return Unmanaged<EditorContext>.fromOpaque(data).takeUnretainedValue()
  }

  /// The prompt libedit is to draw, in memory that lasts until the next one.
  var promptPointer: UnsafeMutablePointer<wchar_t>? { widePrompt.baseAddress }

  func show(_ prompt: Prompt) {
    widePrompt.deallocate()
    widePrompt = Self.allocate(prompt.encoded)
    self.prompt = prompt
  }

  /// A text in memory that lasts as long as this object.
  func keep(_ text: String) -> UnsafeMutablePointer<wchar_t>? {
    let lasting = Self.allocate(text)
    kept.append(lasting)
    return lasting.baseAddress
  }

  private static func allocate(_ text: String) -> UnsafeMutableBufferPointer<wchar_t> {
    let wide = WideText.encode(text)
    let memory = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: wide.count)
    _ = memory.initialize(from: wide)
    return memory
  }
}
