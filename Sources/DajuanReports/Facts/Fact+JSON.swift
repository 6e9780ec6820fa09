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
  public func json(in report: Report, document: String? = nil) -> String {
    var writer = JSONLine()
    if let document { writer.add("id", json: document) }
    writer.add("surface", surface)
    writer.add("start", range.lowerBound)
    writer.add("end", range.upperBound)
    writer.add("line", lines.lowerBound)
    let isKnown = report.statements.indices.contains(statement)
    writer.add("section", isKnown ? report.statements[statement].section : nil)
    writer.add("subject", subject)
    writer.add("measure", measure.isEmpty ? nil : measure)
    writer.add("role", role.rawValue)
    writer.add("value", value?.description)
    writer.add("unit", unit)
    writer.add("lower", lower?.description)
    writer.add("upper", upper?.description)
    writer.add("bound", bound.rawValue)
    writer.add("nature", nature.rawValue)
    writer.add("force", force.rawValue)
    writer.add("period", period?.interchange ?? periodWords)
    writer.add("kind", kind.rawValue)
    writer.add("rule", rule)
    return writer.finished()
  }
}

/// A JSON object on one line.
struct JSONLine {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]

  init() { bytes.reserveCapacity(512) }

  mutating func add(_ key: StaticString, _ value: String?) {
    begin(key)
    guard let value else {
      bytes += "null".utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for scalar in value.unicodeScalars { append(scalar.value) }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func add(_ key: StaticString, _ value: Int) {
    begin(key)
    bytes += String(value).utf8
  }

  /// Adds what is JSON already.
  mutating func add(_ key: StaticString, json: String) {
    begin(key)
    bytes += json.utf8
  }

  func finished() -> String { String(decoding: bytes, as: UTF8.self) + "}" }

  private mutating func begin(_ key: StaticString) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    bytes += UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    bytes += "\":".utf8
  }

  private mutating func append(_ scalar: UInt32) {
    switch scalar {
    case 0x22: bytes += "\\\"".utf8
    case 0x5C: bytes += "\\\\".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0x09: bytes += "\\t".utf8
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
      // Control and bidirectional characters never leave as they are.
      let digits = String(scalar, radix: 16)
      bytes += "\\u".utf8
      bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
      bytes += digits.utf8
    default: bytes.append(scalar: scalar)
    }
  }
}
