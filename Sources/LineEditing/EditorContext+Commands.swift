internal import CEditline

/// What libedit is to do after a command.
enum Effect {
  static let none = UInt8(CC_NORM)
  static let beep = UInt8(CC_ERROR)
}

extension EditorContext {
  /// Key commands as libedit binds them: a name to bind keys to, and what the key does.
  static let commands: [(name: String, run: ce_command_t)] = [
    ("line-begin", { editline, _ in run(editline) { $0.begin($1) } }),
    ("line-complete", { editline, _ in run(editline) { $0.complete($1) } }),
    ("line-search", { editline, _ in run(editline) { $0.startSearch($1) } }),
    (
      "line-search-command",
      { editline, _ in run(editline) { $0.startSearch($1, inCommandMode: true) } }
    ),
    ("line-search-step", { editline, _ in run(editline) { $0.stepSearch($1) } }),
    ("line-search-older", { editline, _ in run(editline) { $0.searchAgain($1, older: true) } }),
    ("line-search-newer", { editline, _ in run(editline) { $0.searchAgain($1, older: false) } }),
    ("line-prefix-older", { editline, _ in run(editline) { $0.searchPrefix($1, older: true) } }),
    ("line-prefix-newer", { editline, _ in run(editline) { $0.searchPrefix($1, older: false) } }),
    ("line-newline", { editline, _ in run(editline) { $0.breakRow($1) } }),
    ("line-enter", { editline, _ in run(editline) { $0.enter($1) } }),
    ("line-enter-command", { editline, _ in run(editline) { $0.enterCommand($1) } }),
    ("line-up", { editline, _ in run(editline) { $0.up($1) } }),
    ("line-down", { editline, _ in run(editline) { $0.down($1) } }),
    ("line-home", { editline, _ in run(editline) { $0.home($1) } }),
    ("line-end", { editline, _ in run(editline) { $0.end($1) } }),
    ("line-kill-end", { editline, _ in run(editline) { $0.killToRowEnd($1) } }),
    ("line-kill-start", { editline, _ in run(editline) { $0.killToRowStart($1) } }),
    ("line-kill-go", { editline, _ in run(editline) { $0.goToKillEnd($1) } }),
    ("line-undo", { editline, _ in run(editline) { $0.undo($1) } }),
    ("line-paste", { editline, _ in run(editline) { $0.paste($1) } }),
    ("line-edit", { editline, _ in run(editline) { $0.handOver($1) } }),
  ]

  private static func run(
    _ editline: OpaquePointer?,
    _ command: (EditorContext, EditBuffer) -> UInt8
  ) -> UInt8 {
    guard let editline, let context = EditorContext.of(editline) else { return Effect.beep }
    return command(context, EditBuffer(editline))
  }

  private func undo(_ buffer: EditBuffer) -> UInt8 {
    guard let state = undoable.undo(buffer.text) else { return Effect.beep }
    buffer.replaceAll(with: state.text, cursor: state.cursor)
    return Effect.none
  }

  /// Puts in the text a line starts out with.
  private func begin(_ buffer: EditBuffer) -> UInt8 {
    buffer.insert(initial)
    return Effect.none
  }
}
