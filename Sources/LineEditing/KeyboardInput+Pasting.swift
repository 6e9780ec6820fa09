/// Pastes as terminals mark them (xterm's bracketed paste mode): `ESC [ 200 ~` before, `ESC [ 201 ~`
/// behind.
extension KeyboardInput {
  /// The bytes around a paste, without the ESC they begin with.
  static let pasteStart = Array("[200~".utf8)
  static let pasteEnd = Array("[201~".utf8)

  /// How reading a piece of a paste went.
  enum PasteEvent: Equatable {
    /// Its end has come.
    case complete
    /// Nothing more has come for a while; it goes on.
    case paused
    /// A signal has come.
    case signal
    /// There is no more input.
    case end
  }

  /// How long the bytes of one key may be apart, in milliseconds. No person types two so fast.
  static let keyGap: Int32 = 50

  /// Whether what comes next are these bytes, which are then taken. Waits for the rest of what
  /// has begun like them.
  mutating func take(_ bytes: [UInt8]) -> Bool {
    while true {
      let waiting = decoder.waiting.prefix(bytes.count)
      guard waiting.elementsEqual(bytes.prefix(waiting.count)) else { return false }
      if waiting.count == bytes.count {
        decoder.skip(bytes.count)
        return true
      }
      guard fillIfReady(within: Self.keyGap) else { return false }
    }
  }

  /// The byte that follows within the time of one key.
  mutating func following() -> UInt8? {
    if decoder.waiting.isEmpty { _ = fillIfReady(within: Self.keyGap) }
    return decoder.waiting.first
  }

  /// Takes what comes of a paste until it ends, pauses for `pause` milliseconds, or a signal comes.
  ///
  /// Cost: linear in what is taken.
  mutating func paste(into text: inout [UInt8], pause: Int32) -> PasteEvent {
    let mark = [0x1B] + Self.pasteEnd
    while true {
      let waiting = decoder.waiting
      if let end = Self.first(mark, in: waiting) {
        text += waiting[..<end]
        decoder.skip(end - waiting.startIndex + mark.count)
        return .complete
      }
      // What may be the first bytes of the mark waits for the rest.
      let held = (0..<mark.count).last { waiting.suffix($0).elementsEqual(mark.prefix($0)) } ?? 0
      text += waiting.dropLast(held)
      decoder.skip(waiting.count - held)
      switch wait(milliseconds: pause) {
      case .some: return .signal
      case .none:
        guard isReadable(within: 0) else { return .paused }
        if fill() != nil || hasEnded { return .end }
      }
    }
  }

  private static func first(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var start = bytes.startIndex
    while let escape = bytes[start...].firstIndex(of: mark[0]) {
      if bytes[escape...].starts(with: mark) { return escape }
      start = escape + 1
    }
    return nil
  }
}
