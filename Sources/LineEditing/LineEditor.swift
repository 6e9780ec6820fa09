internal import CEditline
internal import Glibc

/// Reads lines from a person at a terminal, with editing, completion and history.
///
/// Stands on libedit, through its wide-character calls, so that a Chinese character is one
/// character to every key: what keys do, and what a person's `~/.editrc` makes of them, is its
/// business. What stands on the terminal is drawn here. The terminal is in its raw mode only
/// while a text is read, and is put back at the end of the editor's life: keep the editor in a
/// local of `main`, as a global is never destroyed.
///
/// Where the cursor cannot be moved (`TERM=dumb`, or of an unknown kind) or no UTF-8 locale is to be
/// had, lines are read as the kernel edits them, without completion.
///
/// One editor a process; it is used from one thread.
package struct LineEditor: ~Copyable {
  /// Asked for candidates when Tab is pressed: the text being edited and the cursor as an
  /// offset in Unicode scalars.
  package typealias Completer = (_ text: String, _ cursor: Int) -> Completion

  /// Asked for the colours of the text being edited, whenever it has changed.
  package typealias Highlighter = (_ text: String) -> [StyledRange]

  /// What keys do before anything is bound to them.
  package enum Keys: String, CaseIterable, Sendable {
    case emacs
    case vi
  }

  /// How a line ended.
  package enum ReadResult: Equatable, Sendable {
    /// The text, without the newline at its end. It may have some inside.
    case line(String)
    /// Ctrl-X Ctrl-E: the text is to be opened in an editor.
    case edit(String)
    /// Ctrl-C: what was typed is dropped.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal is gone.
    case endOfInput
  }

  /// The editor's own words, for the host to say in the person's language.
  package struct Labels: Sendable {
    /// Before the pattern of a search through the history.
    package var search: String
    /// The same when nothing is found.
    package var searchFailed: String

    package init(search: String = "search", searchFailed: String = "no match") {
      self.search = search
      self.searchFailed = searchFailed
    }
  }

  /// The statements entered so far.
  package private(set) var history: History

  /// What keys do; nil for what the person's `~/.editrc` says, which is emacs if it says nothing.
  package var keys: Keys? {
    didSet {
      guard let editline, keys != oldValue else { return }
      KeyBindings.install(keys, in: editline, context: context)
    }
  }

  private let context: EditorContext

  /// Absent where lines are read plainly.
  private let editline: OpaquePointer?

  private let recall: OpaquePointer?

  private var interruptCount = Signals.interruptCount

  /// Takes over the terminal on standard input and output; nil when either is none. Sets the
  /// process's LC_CTYPE to the environment's, or to C.UTF-8 when that is not UTF-8.
  ///
  /// `program` is the name by which a person's `~/.editrc` addresses it.
  package init?(
    program: String,
    history: History,
    labels: Labels = Labels(),
    highlighter: Highlighter? = nil,
    completer: @escaping Completer
  ) {
    guard Terminal.isInteractive, let sink = DrawingSink() else { return nil }
    self.history = history
    context = EditorContext(
      input: KeyboardInput(descriptor: STDIN_FILENO),
      sink: sink,
      completer: completer,
      highlighter: highlighter,
      labels: labels
    )
    context.entries = history.entries
    let canEdit = Self.setUTF8Locale() && Terminal.canMoveCursor
    guard canEdit, let editline = ce_init(program, sink.stream) else {
      (editline, recall) = (nil, nil)
      return
    }
    self.editline = editline
    recall = history_winit()
    setUp(editline)
  }

  deinit {
    if let editline { el_end(editline) }
    if let recall { history_wend(recall) }
  }

  /// Whether texts are edited; else the kernel takes lines as they are typed.
  package var edits: Bool { editline != nil }

  /// Reads a line. `prompt` may contain colour sequences (`ESC [ … m`); `initial` is there to
  /// be edited when the line starts, and is left out where lines are read plainly.
  package mutating func readLine(prompt: String, initial: String = "") -> ReadResult {
    read(prompt: prompt, continuation: "", initial: initial, isComplete: nil)
  }

  /// Reads a text of as many lines as it takes.
  ///
  /// - Parameters:
  ///   - prompt: Stands before the first line.
  ///   - continuation: Stands before each other one.
  ///   - initial: What is there to be edited when the text starts.
  ///   - isComplete: Whether Enter ends the text; if not, it breaks the line. Enter on an empty
  ///     last line ends any text.
  /// - Returns: The text, or how reading it ended.
  package mutating func readText(
    prompt: String, continuation: String, initial: String = "",
    isComplete: @escaping (String) -> Bool
  ) -> ReadResult {
    read(prompt: prompt, continuation: continuation, initial: initial, isComplete: isComplete)
  }

  private mutating func read(
    prompt: String, continuation: String, initial: String, isComplete: ((String) -> Bool)?
  ) -> ReadResult {
    // Ctrl-C since the last line also drops what was typed ahead, as the kernel does.
    if Signals.interruptCount != interruptCount { context.input.discard() }
    context.startWatching()
    context.isComplete = isComplete
    defer {
      context.watch = nil
      context.isComplete = nil
      interruptCount = Signals.interruptCount
    }
    context.prompt = Prompt(prompt)
    context.continuation = Prompt(continuation)
    guard let editline else { return context.readPlainly() }
    return context.readEdited(editline, initial: initial)
  }

  /// Takes a statement up into the history, to be recalled and, if the history has a file, kept.
  package mutating func remember(_ statement: String) {
    guard history.append(statement), let entry = history.entries.last else { return }
    context.entries = history.entries
    if let recall { _ = ce_history_enter(recall, WideText.encode(entry)) }
  }

  private static func setUTF8Locale() -> Bool {
    ["", "C.UTF-8", "C.utf8", "en_US.UTF-8"].contains { name in
      guard setlocale(LC_CTYPE, name) != nil, let codeset = nl_langinfo(Int32(CODESET)) else {
        return false
      }
      return strcmp(codeset, "UTF-8") == 0
    }
  }

  private func setUp(_ editline: OpaquePointer) {
    ce_set_client_data(editline, Unmanaged.passUnretained(context).toOpaque())
    ce_set_signal_handling(editline, 0)
    ce_set_reader(editline) { editline, character in
      guard let editline, let character else { return -1 }
      return EditorContext.of(editline)?.read(editline, into: character) ?? -1
    }
    ce_set_capability(
      editline, WideText.encode("cl"),
      WideText.encode(String(Unicode.Scalar(DrawingSink.clearMark))))
    KeyBindings.addCommands(to: editline, context: context)
    KeyBindings.install(keys, in: editline, context: context)
    guard let recall else { return }
    _ = ce_history_set_size(recall, Int32(clamping: history.capacity))
    for entry in history.entries { _ = ce_history_enter(recall, WideText.encode(entry)) }
    ce_set_history(editline, recall)
  }
}
