/// A person at the REPL: types, waits for what must come, reads the answer.
final class Conversation {
  static let prompt = "dajuan>"
  static let continuation = "   ...>"

  let terminal: PseudoTerminal
  /// Whether lines are edited by the tool and not by the kernel.
  private let edits: Bool

  /// Starts the tool and waits for its first prompt.
  init(
    _ arguments: [String] = [],
    in sandbox: Sandbox,
    environment: [String: String] = [:],
    width: Int = 120,
    height: Int = 40
  ) throws {
    terminal = try PseudoTerminal(
      arguments,
      in: sandbox,
      environment: environment,
      width: width,
      height: height
    )
    edits = environment["TERM"] != "dumb"
    try waitForPrompt(below: -1)
  }

  var screen: Screen { terminal.screen }

  // MARK: Typing

  /// Presses keys without waiting.
  func press(_ keys: String) throws { try terminal.press(keys) }

  /// Pastes, as a terminal does that marks pastes.
  func paste(_ text: String) throws { try press("\u{1B}[200~" + text + "\u{1B}[201~") }

  /// Waits until the text being edited has these rows, without their prompts.
  func waitForRows(_ rows: [String]) throws {
    try terminal.wait(for: "the rows \(rows)") { Self.rows(of: $0) == rows }
  }

  /// The rows of the text being edited, without their prompts and the blanks at their ends. A last
  /// row of a prompt alone is empty.
  static func rows(of screen: Screen) -> [String] {
    let rows = screen.scrolledOff + screen.rows
    guard let start = rows.lastIndex(where: { $0.hasPrefix(prompt) }) else { return [] }
    let end = rows[start...].lastIndex { !$0.isEmpty } ?? start
    return rows[start...end].map { String($0.dropFirst(prompt.count + 1)) }
  }

  /// Types text and waits until it stands behind the prompt.
  func type(_ text: String) throws {
    let before = Self.line(of: screen)
    try press(text)
    try waitForLine(before + text)
  }

  /// Waits until the line being edited is this one.
  func waitForLine(_ text: String) throws {
    // Blanks where a long line goes on in the next row are not its own.
    let wanted = text.filter { $0 != " " }
    try terminal.wait(for: "the line “\(text)”") { screen in
      Self.line(of: screen).filter { $0 != " " } == wanted
    }
  }

  /// Types a line, ends it, and waits for the next prompt; what stands between the two.
  @discardableResult
  func ask(_ line: String, expecting prompt: String = Conversation.prompt) throws -> [String] {
    try type(line)
    return try end(expecting: prompt)
  }

  /// Presses Enter and waits for the next prompt; what stands between the two.
  @discardableResult
  func end(expecting prompt: String = Conversation.prompt) throws -> [String] {
    let row = screen.absoluteRow
    try press("\r")
    try waitForPrompt(prompt, below: row)
    return Array(screen.transcript[(row + 1)..<screen.absoluteRow])
  }

  /// Presses Ctrl-C at a prompt and waits for a new one.
  func interrupt() throws {
    let row = screen.absoluteRow
    try press("\u{3}")
    try waitForPrompt(below: row)
  }

  /// Presses Ctrl-C until the program heeds it, as a person does: one that comes before the
  /// program watches for it is lost.
  func interruptUntilPrompt(below row: Int) throws {
    let deadline = Deadline()
    while !(screen.absoluteRow > row && screen.currentRow == Self.prompt) {
      if deadline.hasPassed { try waitForPrompt(below: row) }
      try press("\u{3}")
      while try terminal.draw(200) {}
    }
    try waitForPrompt(below: row)
  }

  /// Presses Ctrl-D and waits for the end.
  func leave() throws -> Child.Ending {
    try press("\u{4}")
    return try terminal.waitForEnd()
  }

  // MARK: Waiting

  /// Waits for a prompt with nothing behind it, and for the editor to take over the terminal:
  /// what is typed before that is also shown by the kernel.
  func waitForPrompt(_ prompt: String = Conversation.prompt, below row: Int) throws {
    try terminal.wait(for: "the prompt “\(prompt)”") { screen in
      screen.absoluteRow > row && screen.currentRow == prompt && screen.column > prompt.count
    }
    if edits { try terminal.wait(for: "the editor", untilModes: { !$0.editsLines }) }
  }

  /// The line being edited, without its prompt.
  static func line(of screen: Screen) -> String {
    let rows = screen.transcript
    guard
      let start = rows.lastIndex(where: { $0.hasPrefix(prompt) || $0.hasPrefix(continuation) })
    else { return "" }
    // Not past the cursor: what is below belongs to nobody.
    return String(rows[start...].joined().dropFirst(prompt.count + 1))
  }
}
