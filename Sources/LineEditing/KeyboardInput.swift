internal import Glibc

/// What comes from the keyboard, as Unicode scalars, together with the signals that come
/// meanwhile.
///
/// Bytes are taken as many as there are, so that a pasted text is in hand before the terminal
/// goes back to its cooked mode between two lines; what the present line does not need waits
/// here for the next.
struct KeyboardInput {
  enum Event: Equatable {
    case scalar(Unicode.Scalar)
    /// A signal has come; `Signals` knows which.
    case signal
    case end
    case failure(Int32)
  }

  let descriptor: Int32
  var decoder = UTF8Decoder()
  private(set) var hasEnded = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Drops what was typed ahead.
  mutating func discard() { decoder.removeAll() }

  /// Takes in what has come already, without waiting.
  ///
  /// Between two lines the terminal echoes and edits by itself, and garbles or loses what comes
  /// then of a long pasted text; so the editor takes the rest of it in before a line ends.
  mutating func drain() {
    while fillIfReady(within: 0) {}
  }

  /// Whether something has come that has not been taken.
  mutating func isReady() -> Bool {
    !decoder.isEmpty || hasEnded || fillIfReady(within: 0)
  }

  /// Takes in what comes within so many milliseconds; whether anything did.
  mutating func fillIfReady(within milliseconds: Int32) -> Bool {
    !hasEnded && isReadable(within: milliseconds) && fill() == nil && !hasEnded
  }

  func isReadable(within milliseconds: Int32) -> Bool {
    var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, milliseconds) > 0
  }

  /// The next thing that happens; waits for it.
  mutating func next() -> Event {
    while true {
      if let scalar = decoder.next(atEnd: hasEnded) { return .scalar(scalar) }
      if hasEnded {
        hasEnded = false
        return .end
      }
      switch wait() {
      case .some(let event): return event
      case .none: if let event = fill() { return event }
      }
    }
  }

  /// Waits until there is something to read, which is nil, or a signal.
  func wait(milliseconds: Int32 = -1) -> Event? {
    var sources = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: Signals.wakeDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    // Without the pipe its entry is negative, and poll passes over it.
    if poll(&sources, nfds_t(sources.count), milliseconds) < 0 {
      return errno == EINTR ? .signal : .failure(errno)
    }
    guard sources[1].revents == 0 else {
      Signals.drainWakes()
      return .signal
    }
    return nil
  }

  mutating func fill() -> Event? {
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(descriptor, &bytes, bytes.count)
    switch count {
    case 1...: decoder.append(bytes[..<count])
    case 0: hasEnded = true
    default:
      if errno == EINTR { return .signal }
      // Someone else made the terminal non-blocking: wait again.
      if errno != EAGAIN { return .failure(errno) }
    }
    return nil
  }
}
