internal import CEditline

/// What libedit is to do after a command.
enum Effect {
  static let none = UInt8(CC_NORM)
  static let refresh = UInt8(CC_REFRESH)
  static let moveCursor = UInt8(CC_CURSOR)
  static let beep = UInt8(CC_ERROR)
  static let refreshAndBeep = UInt8(CC_REFRESH_BEEP)
}

extension EditorContext {
  /// Key commands as libedit binds them: a name to bind keys to, and what the key does.
  static let commands: [(name: String, run: ce_command_t)] = [
    ("line-begin", { editline, _ in run(editline) { $0.begin($1) } }),
    ("line-complete", { editline, _ in run(editline) { $0.complete($1) } }),
    ("line-list", { editline, _ in run(editline) { $0.list($1) } }),
    ("line-search", { editline, _ in run(editline) { $0.startSearch($1) } }),
    ("line-search-step", { editline, _ in run(editline) { $0.stepSearch($1) } }),
    ("line-newline", { editline, _ in run(editline) { $0.newline($1) } }),
    ("line-up", { editline, _ in run(editline) { $0.up($1) } }),
    ("line-down", { editline, _ in run(editline) { $0.down($1) } }),
  ]

  private static func run(
    _ editline: OpaquePointer?,
    _ command: (EditorContext, EditBuffer) -> UInt8
  ) -> UInt8 {
    guard let editline, let context = EditorContext.of(editline) else { return Effect.beep }
    return command(context, EditBuffer(editline))
  }

  /// Puts in the text a line starts out with.
  private func begin(_ buffer: EditBuffer) -> UInt8 {
    buffer.insert(initial)
    return Effect.refresh
  }

  /// Breaks the line without ending it.
  private func newline(_ buffer: EditBuffer) -> UInt8 {
    buffer.insert("\n")
    return Effect.refresh
  }
}
