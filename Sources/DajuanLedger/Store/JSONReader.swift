/// Reads JSON strictly: one value, nothing after it, no comments, nesting limited.
///
/// Cost: linear. A lone half of a surrogate pair reads as U+FFFD.
package struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var depth = 0
  /// How deep arrays and objects may nest.
  private static let deepest = 64

  /// The value a text holds.
  package static func value(of bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, JSONProblem> in
      var reader = JSONReader(bytes: buffer)
      do throws(JSONProblem) {
        let value = try reader.value()
        reader.skipBlanks()
        if reader.index < buffer.count { throw reader.problem("more after the value") }
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func problem(_ reason: String) -> JSONProblem {
    JSONProblem(offset: index, reason: reason)
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func value() throws(JSONProblem) -> JSONValue {
    skipBlanks()
    guard let byte else { throw problem("the text ends where a value should be") }
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw problem("no value begins so")
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONProblem) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount {
      guard byte == word.utf8Start[offset] else { throw problem("no such word") }
      index += 1
    }
    return value
  }

  private mutating func number() throws(JSONProblem) -> JSONValue {
    let start = index
    if byte == UInt8(ascii: "-") { index += 1 }
    let isZero = byte == UInt8(ascii: "0")
    let whole = digits()
    if whole == 0 || isZero && whole > 1 { throw problem("a number without its digits") }
    if byte == UInt8(ascii: ".") {
      index += 1
      if digits() == 0 { throw problem("a point without digits") }
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      if digits() == 0 { throw problem("an exponent without digits") }
    }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte, byte >= 0x30, byte <= 0x39 { index += 1 }
    return index - start
  }

  private mutating func enter() throws(JSONProblem) {
    depth += 1
    if depth > Self.deepest { throw problem("nested too deep") }
    index += 1
    skipBlanks()
  }

  private mutating func array() throws(JSONProblem) -> JSONValue {
    try enter()
    defer { depth -= 1 }
    var elements: [JSONValue] = []
    if byte == UInt8(ascii: "]") {
      index += 1
      return .array([])
    }
    while true {
      elements.append(try value())
      if try isLast(UInt8(ascii: "]")) { return .array(elements) }
    }
  }

  private mutating func object() throws(JSONProblem) -> JSONValue {
    try enter()
    defer { depth -= 1 }
    var members: [JSONValue.Member] = []
    if byte == UInt8(ascii: "}") {
      index += 1
      return .object([])
    }
    while true {
      skipBlanks()
      guard byte == UInt8(ascii: "\"") else { throw problem("a name should stand here") }
      let name = try string()
      skipBlanks()
      guard byte == UInt8(ascii: ":") else { throw problem("a colon should stand here") }
      index += 1
      members.append(JSONValue.Member(name: name, value: try value()))
      if try isLast(UInt8(ascii: "}")) { return .object(members) }
    }
  }

  /// Whether what follows an element is the closing bracket, and not a comma.
  private mutating func isLast(_ bracket: UInt8) throws(JSONProblem) -> Bool {
    skipBlanks()
    guard let byte, byte == bracket || byte == UInt8(ascii: ",") else {
      throw problem("a comma or a closing bracket should stand here")
    }
    index += 1
    return byte == bracket
  }

  // MARK: Strings

  private mutating func string() throws(JSONProblem) -> String {
    index += 1
    let start = index
    while let byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      index += 1
    }
    if byte == UInt8(ascii: "\"") {
      defer { index += 1 }
      return try text(Array(bytes[start..<index]))
    }
    var content = Array(bytes[start..<index])
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return try text(content)
      case UInt8(ascii: "\\"):
        index += 1
        try escape(&content)
      case 0..<0x20: throw problem("a control character in a string")
      default:
        content.append(byte)
        index += 1
      }
    }
    throw problem("a string that does not end")
  }

  private func text(_ content: [UInt8]) throws(JSONProblem) -> String {
    guard let text = String(validating: content, as: UTF8.self) else {
      throw problem("a string that is not UTF-8")
    }
    return text
  }

  private mutating func escape(_ content: inout [UInt8]) throws(JSONProblem) {
    guard let byte else { throw problem("a string that does not end") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): content += String(try unicode()).utf8
    default: throw problem("no such escape")
    }
  }

  private mutating func unicode() throws(JSONProblem) -> Unicode.Scalar {
    let first = try hexadecimal()
    guard (0xD800..<0xDC00).contains(first), index + 1 < bytes.count,
      bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let before = index
    index += 2
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second) else {
      index = before
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONProblem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw problem("an escape without its four digits")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
