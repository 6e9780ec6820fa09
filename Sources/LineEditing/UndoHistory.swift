/// The texts a line had, to be gone back to: Ctrl-_ with the keys of emacs, to which libedit has no
/// undo. vi's `u` is libedit's.
struct UndoHistory {
  struct State: Equatable {
    let text: String
    let cursor: Int
  }

  /// How many scalars are kept in all; the oldest texts go first.
  private static let capacity = 4_000_000

  private var states: [State] = []
  private var size = 0
  private var isTyping = false

  /// Takes up the text before a key is acted on. Characters typed one after the other are undone
  /// together, up to a blank.
  mutating func note(_ key: Unicode.Scalar, _ state: @autoclosure () -> State) {
    let isText = key.properties.generalCategory != .control
    defer { isTyping = isText && !key.properties.isWhitespace }
    if isText && isTyping { return }
    let state = state()
    guard states.last?.text != state.text else { return }
    states.append(state)
    size += state.text.utf8.count
    while size > Self.capacity, states.count > 1 { size -= states.removeFirst().text.utf8.count }
  }

  /// The text before the last change to `text`; nil if there was none.
  mutating func undo(_ text: String) -> State? {
    isTyping = false
    while let state = states.popLast() {
      size -= state.text.utf8.count
      if state.text != text { return state }
    }
    return nil
  }
}
