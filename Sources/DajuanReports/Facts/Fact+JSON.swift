internal import DajuanLedger

extension Fact {
  /// The fact as one line of JSON, the object `dajuan extract` writes.
  ///
  /// Numbers are exact decimal strings in ``unit``; what is missing is `null`. For 左右 and 约 both
  /// ends are `null`, as the text states none.
  ///
  /// - Parameters:
  ///   - report: The report the fact is of.
  ///   - document: The report's id, already in JSON; it comes first, as `id`. Nothing leaves it out.
  /// - Returns: The line, without its end.
  package func json(in report: Report, document: String? = nil) -> String {
    var bytes: [UInt8] = []
    appendJSON(to: &bytes, in: report, document: document)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the line of JSON, without the line's end, to bytes on their way out: the same as
  /// ``json(in:document:)`` without a string in between.
  package func appendJSON(to bytes: inout [UInt8], in report: Report, document: String? = nil) {
    let section =
      report.statements.indices.contains(statement) ? report.statements[statement].section : nil
    let period = period?.interchange ?? periodWords
    // A byte of text becomes six at most, as \u0000 does; the rest is keys, numbers and short words.
    let text =
      surface.utf8.count + (section ?? "").utf8.count + subject.utf8.count + measure.utf8.count
      + unit.utf8.count + (period ?? "").utf8.count + rule.utf8.count
    let room = 1024 + (text + (document ?? "").utf8.count) * 6
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      var line = JSONLine(buffer)
      if let document {
        line.add("{\"id\":", json: document)
        line.add(",\"surface\":", surface)
      } else {
        line.add("{\"surface\":", surface)
      }
      line.add(",\"start\":", range.lowerBound)
      line.add(",\"end\":", range.upperBound)
      line.add(",\"line\":", lines.lowerBound)
      line.add(",\"section\":", section)
      line.add(",\"subject\":", subject)
      line.add(",\"measure\":", measure.isEmpty ? nil : measure)
      line.add(",\"role\":", role.rawValue)
      line.add(",\"value\":", value)
      line.add(",\"unit\":", unit)
      line.add(",\"lower\":", lower)
      line.add(",\"upper\":", upper)
      line.add(",\"bound\":", bound.rawValue)
      line.add(",\"nature\":", nature.rawValue)
      line.add(",\"force\":", force.rawValue)
      line.add(",\"period\":", period)
      line.add(",\"kind\":", kind.rawValue)
      line.add(",\"rule\":", rule)
      bytes.append(contentsOf: line.finished())
    }
  }
}

/// A JSON object on one line, written into room that is known to suffice.
struct JSONLine {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var end = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  /// Adds a text; `key` comes with what stands before and after it, `,"unit":`.
  mutating func add(_ key: StaticString, _ value: String?) {
    write(key)
    guard let value else {
      write("null")
      return
    }
    write(UInt8(ascii: "\""))
    let isWritten: Void? = value.utf8.withContiguousStorageIfAvailable { write(text: $0) }
    if isWritten == nil { Array(value.utf8).withUnsafeBufferPointer { write(text: $0) } }
    write(UInt8(ascii: "\""))
  }

  /// Adds what is JSON already.
  mutating func add(_ key: StaticString, json: String) {
    write(key)
    Array(json.utf8).withUnsafeBufferPointer { write($0) }
  }

  private mutating func write(text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, Self.isPlain(text[index]) { index &+= 1 }
      copy(text, start, index &- start)
      if index < text.count { index &+= escape(text, index) }
    }
  }

  mutating func add(_ key: StaticString, _ value: Int) {
    write(key)
    write(digits: UInt64(value.magnitude), dropping: 0)
  }

  mutating func add(_ key: StaticString, _ value: Decimal?) {
    guard let value, let coefficient = Int64(exactly: value.coefficient),
      (-18...36).contains(value.exponent)
    else {
      add(key, value?.description)
      return
    }
    write(key)
    write(UInt8(ascii: "\""))
    if coefficient < 0 { write(UInt8(ascii: "-")) }
    write(digits: coefficient.magnitude, dropping: Int(max(0, -value.exponent)))
    for _ in 0..<max(0, value.exponent) { write(UInt8(ascii: "0")) }
    write(UInt8(ascii: "\""))
  }

  mutating func finished() -> UnsafeBufferPointer<UInt8> {
    write(UInt8(ascii: "}"))
    return UnsafeBufferPointer(rebasing: buffer[..<end])
  }

  @inline(__always)
  private mutating func write(_ byte: UInt8) {
    buffer[end] = byte
    end &+= 1
  }

  @inline(__always)
  private mutating func write(_ text: StaticString) {
    write(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let from = bytes.baseAddress, let to = buffer.baseAddress else { return }
    precondition(end + bytes.count <= buffer.count)
    (to + end).update(from: from, count: bytes.count)
    end &+= bytes.count
  }

  /// Writes a whole number, the last so many of its digits behind a point.
  private mutating func write(digits number: UInt64, dropping places: Int) {
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &digits) { room in
      var (start, rest) = (room.count, number)
      repeat {
        start -= 1
        room[start] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
        rest /= 10
      } while rest > 0 || room.count - start <= places
      for index in start..<room.count {
        if places > 0, index == room.count - places { write(UInt8(ascii: ".")) }
        write(room[index])
      }
    }
  }

  /// Whether a byte stands for itself, whatever follows it: no control, quote or backslash, and not
  /// the first of a character that may be a control of the text's direction.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2 && byte != 0xE2
      || byte == 0x20 || byte == 0x21
  }

  /// Writes the character that begins at a place, escaped where it must be; answers its length.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = text[index]
    switch byte {
    case 0x22: write("\\\"")
    case 0x5C: write("\\\\")
    case 0x0A: write("\\n")
    case 0x0D: write("\\r")
    case 0x09: write("\\t")
    case 0xC2 where index + 1 < text.count:
      // The second set of controls: U+0080 to U+009F.
      let scalar = UInt32(text[index + 1])
      if scalar < 0xA0 { escape(scalar) } else { copy(text, index, 2) }
      return 2
    case 0xE2 where index + 2 < text.count:
      let scalar = 0x2000 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
      if Self.turns(scalar) { escape(scalar) } else { copy(text, index, 3) }
      return 3
    default:
      if byte < 0x20 || byte == 0x7F { escape(UInt32(byte)) } else { write(byte) }
    }
    return 1
  }

  /// Line and paragraph separators, and marks that turn the direction of what follows: they never
  /// leave as they are.
  private static func turns(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private mutating func copy(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ count: Int) {
    write(UnsafeBufferPointer(rebasing: text[index..<index &+ count]))
  }

  private mutating func escape(_ scalar: UInt32) {
    write("\\u")
    for shift in stride(from: UInt32(12), through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: scalar >> shift & 0xF)
      write(digit < 10 ? digit + 0x30 : digit + 0x57)
    }
  }
}
