/// Takes apart what a program writes to a terminal: text, control characters, and the escape and
/// control sequences of ECMA-48. Input may break off anywhere and go on later.
struct ControlParser {
  /// `ESC [ parameters final`, with a leading `?` or `>` apart.
  struct Sequence: Equatable {
    var mark: Character?
    var parameters: [Int]
    var final: Character

    /// The first parameter where it is missing or zero counts as one.
    var count: Int { max(parameters.first ?? 1, 1) }
    /// The first parameter, missing counting as zero.
    var selector: Int { parameters.first ?? 0 }
  }

  enum Event: Equatable {
    case scalar(Unicode.Scalar)
    case control(UInt8)
    case escape(Character)
    case sequence(Sequence)
    /// The text of an operating system command, `ESC ] text BEL`.
    case command(String)
  }

  private enum Read: Equatable {
    case event(Event, length: Int)
    case skip(length: Int)
    case incomplete
  }

  private var bytes: [UInt8] = []
  private var position = 0

  mutating func append(_ more: some Swift.Sequence<UInt8>) {
    bytes.removeFirst(position)
    position = 0
    bytes.append(contentsOf: more)
  }

  /// The next thing to do; `nil` until more has come.
  mutating func next() -> Event? {
    while position < bytes.count {
      switch Self.read(bytes[position...]) {
      case .incomplete: return nil
      case .skip(let length): position += length
      case .event(let event, let length):
        position += length
        return event
      }
    }
    return nil
  }

  private static func read(_ bytes: ArraySlice<UInt8>) -> Read {
    guard let first = bytes.first else { return .incomplete }
    if first == 0x1B { return escape(bytes) }
    if first < 0x20 || first == 0x7F { return .event(.control(first), length: 1) }
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 1
    if bytes.count < length { return .incomplete }
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else {
      return .event(.scalar("\u{FFFD}"), length: 1)
    }
    return .event(.scalar(scalar), length: length)
  }

  private static func escape(_ bytes: ArraySlice<UInt8>) -> Read {
    guard let second = bytes.dropFirst().first else { return .incomplete }
    switch second {
    case UInt8(ascii: "["): return sequence(bytes)
    case UInt8(ascii: "]"): return command(bytes)
    // Which characters a set holds: nothing to a terminal of Unicode.
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      return bytes.count < 3 ? .incomplete : .skip(length: 3)
    default: return .event(.escape(Character(Unicode.Scalar(second))), length: 2)
    }
  }

  private static func sequence(_ bytes: ArraySlice<UInt8>) -> Read {
    let body = bytes.dropFirst(2)
    guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return .incomplete
    }
    var text = String(decoding: body[..<end], as: UTF8.self)[...]
    let mark = text.first.flatMap { "?>=<!".contains($0) ? text.removeFirst() : nil }
    let parameters = text.split(separator: ";", omittingEmptySubsequences: false).map {
      Int($0) ?? 0
    }
    let final = Character(Unicode.Scalar(bytes[end]))
    let result = Sequence(mark: mark, parameters: text.isEmpty ? [] : parameters, final: final)
    return .event(.sequence(result), length: end + 1 - bytes.startIndex)
  }

  private static func command(_ bytes: ArraySlice<UInt8>) -> Read {
    let body = bytes.dropFirst(2)
    guard let end = body.firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else { return .incomplete }
    let text = String(decoding: body[..<end], as: UTF8.self)
    if bytes[end] == 0x07 { return .event(.command(text), length: end + 1 - bytes.startIndex) }
    // ESC \ ends it as well.
    if end + 1 == bytes.endIndex { return .incomplete }
    return .event(.command(text), length: end + 2 - bytes.startIndex)
  }
}
