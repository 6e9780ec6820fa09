import Glibc

@testable import DajuanLedger

/// A folder for the files of a test, which goes with it.
final class ArrowTestFolder {
  let path: String

  init() {
    var template = Array("/tmp/dajuan-arrow.XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "a folder for the test's files")
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for name in (try? FileReading.names(in: path)) ?? [] { unlink(path + "/" + name) }
    rmdir(path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// Opens a table that holds these bytes.
  func open(_ bytes: [UInt8]) throws -> ArrowFile {
    let path = file("bytes.arrow")
    unlink(path)  // And not cut off: it may be mapped.
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT, 0o600)
    defer { close(descriptor) }
    precondition(write(descriptor, bytes, bytes.count) == bytes.count, "the test's file is written")
    return try ArrowFile(MappedFile(path))
  }
}

/// A table with a column of every type, and what stands in it: each value as text, nothing where a row
/// has no value.
struct ArrowSample {
  private(set) var columns: [ArrowOutputColumn] = []
  private(set) var types: [String: ArrowType] = [:]
  private(set) var values: [String: [String?]] = [:]
  let rows: Int

  init(rows: Int) {
    self.rows = rows
    addNumbers("byte", (0..<rows).map { Int8($0 % 100 - 50) })
    addNumbers("short", (0..<rows).map { Int16($0 % 30_000 - 7) }, missing: 3)
    addNumbers("int", (0..<rows).map { Int32($0 * 70_001 % 2_000_000_000 - 12) })
    addNumbers("long", (0..<rows).map { Int64($0) * 5_000_000_000 - 3 }, missing: 2)
    addNumbers("tag", (0..<rows).map { UInt8($0 % 256) })
    addNumbers("ratio", (0..<rows).map { Double($0) / 2 - 40 }, missing: 5)
    addTexts("name", offset: Int32.self, missing: 4)
    addTexts("quote", offset: Int64.self, missing: nil)
    addCodes("level", code: Int8.self, offset: Int32.self, missing: nil)
    addCodes("unit", code: Int16.self, offset: Int64.self, missing: 3)
    addCodes("kind", code: Int32.self, offset: Int32.self, missing: 7)
    addLists("parts", missing: 6)
  }

  /// Writes it.
  func write(to path: String) throws -> ArrowWritten {
    try ArrowWriter.write(columns, rowCount: rows, metadata: ["table": "样本"], to: path)
  }

  private static let words = ["青禾县", "", "an old mill", "河", "6所", "万亩\u{1F33E}"]

  private mutating func addNumbers<Number: ArrowNumber>(
    _ name: String, _ numbers: [Number], missing: Int? = nil
  ) {
    let (validity, isThere) = validity(missing)
    columns.append(
      .numbers(name, ArrowElements(numbers), validity: validity, metadata: ["of": name]))
    types[name] = .number(Number.arrowKind)
    values[name] = zip(numbers, isThere).map { $1 ? "\($0)" : nil }
  }

  private mutating func addTexts<Offset: ArrowInteger>(
    _ name: String, offset: Offset.Type, missing: Int?
  ) {
    let (validity, isThere) = validity(missing)
    let texts = isThere.enumerated().map { $1 ? Self.words[$0 % 6] + Self.words[$0 % 5] : "" }
    let (offsets, bytes): ([Offset], [UInt8]) = Self.joined(texts)
    columns.append(
      .texts(
        name, offsets: ArrowElements(offsets), bytes: ArrowElements(bytes), validity: validity))
    types[name] = .text(isLarge: Offset.bitWidth == 64)
    values[name] = zip(texts, isThere).map { $1 ? $0 : nil }
  }

  private mutating func addCodes<Code: ArrowInteger, Offset: ArrowInteger>(
    _ name: String, code: Code.Type, offset: Offset.Type, missing: Int?
  ) {
    let (validity, isThere) = validity(missing)
    let (offsets, bytes): ([Offset], [UInt8]) = Self.joined(Self.words)
    let codes = ArrowElements(count: rows) { range in
      range.map { isThere[$0] ? Code($0 * 5 % 6) : 0 }
    }
    columns.append(
      .dictionary(
        name, codes: codes, offsets: ArrowElements(offsets), bytes: ArrowElements(bytes),
        validity: validity))
    types[name] = .dictionary(codes: Code.arrowKind, isLarge: Offset.bitWidth == 64)
    values[name] = isThere.enumerated().map { $1 ? Self.words[$0 * 5 % 6] : nil }
  }

  private mutating func addLists(_ name: String, missing: Int) {
    let (validity, isThere) = validity(missing)
    let lists = isThere.enumerated().map { $1 ? (0..<Int32($0 % 4)).map { $0 - 1 } : [] }
    var offsets: [Int32] = [0]
    for list in lists { offsets.append((offsets.last ?? 0) + Int32(list.count)) }
    // In two pieces.
    let numbers = Array(lists.joined())
    let values = ArrowElements([
      Buffer(Array(numbers.prefix(3))), Buffer(Array(numbers.dropFirst(3))),
    ])
    columns.append(
      .lists(name, offsets: ArrowElements(offsets), values: values, validity: validity))
    types[name] = .list
    self.values[name] = zip(lists, isThere).map { list, isThere in
      isThere ? list.map(String.init).joined(separator: " ") : nil
    }
  }

  /// Every so many rows one is without a value.
  private func validity(_ missing: Int?) -> (Buffer<UInt64>?, [Bool]) {
    guard let missing else { return (nil, [Bool](repeating: true, count: rows)) }
    let isThere = (0..<rows).map { $0 % missing != 1 }
    // What stands behind the last row must not matter.
    var words = [UInt64](repeating: .max, count: (rows + 63) / 64)
    for (row, bit) in isThere.enumerated() where !bit {
      words[row / 64] &= ~(1 << UInt64(row % 64))
    }
    return (Buffer(words), isThere)
  }

  private static func joined<Offset: ArrowInteger>(_ texts: [String]) -> ([Offset], [UInt8]) {
    var (offsets, bytes) = ([Offset(0)], [UInt8]())
    for text in texts {
      bytes += text.utf8
      offsets.append(Offset(bytes.count))
    }
    return (offsets, bytes)
  }
}

extension ArrowColumn {
  /// What stands in the rows, as ``ArrowSample`` has it. `!` is what a damaged file refers to and does
  /// not have. Nothing at all for types that are not read.
  func rendered() throws -> [String?]? {
    func present(_ text: (Int) -> String) -> [String?] {
      (0..<count).map { row in
        if let validity, validity[row / 64] >> UInt64(row % 64) & 1 == 0 { return nil }
        return text(row)
      }
    }
    func all<Number: ArrowNumber>(_ type: Number.Type) throws -> [String?] {
      let numbers = try numbers(of: type)
      return present { "\(numbers[$0])" }
    }
    func decoded<Code: ArrowInteger>(_ type: Code.Type, isLarge: Bool) throws -> [String?] {
      let codes = try codes(of: type)
      if isLarge {
        let texts = try dictionary(offsets: Int64.self)
        return present { texts.text(Int(codes[$0])) }
      }
      let texts = try dictionary(offsets: Int32.self)
      return present { texts.text(Int(codes[$0])) }
    }
    switch type {
    case .number(.int8): return try all(Int8.self)
    case .number(.int16): return try all(Int16.self)
    case .number(.int32): return try all(Int32.self)
    case .number(.int64): return try all(Int64.self)
    case .number(.uint8): return try all(UInt8.self)
    case .number(.float64): return try all(Double.self)
    case .text(false): return try present(texts(offsets: Int32.self).text)
    case .text(true): return try present(texts(offsets: Int64.self).text)
    case .dictionary(.int8, let isLarge): return try decoded(Int8.self, isLarge: isLarge)
    case .dictionary(.int16, let isLarge): return try decoded(Int16.self, isLarge: isLarge)
    case .dictionary(.int32, let isLarge): return try decoded(Int32.self, isLarge: isLarge)
    case .dictionary(_, let isLarge): return try decoded(Int64.self, isLarge: isLarge)
    case .list:
      let (offsets, values) = try lists()
      return present { row in
        guard let range = ArrowTexts<Int32>.range(offsets, row, of: values.count) else {
          return "!"
        }
        return range.map { String(values[$0]) }.joined(separator: " ")
      }
    case .other: return nil
    }
  }
}

extension ArrowTexts {
  func text(_ index: Int) -> String {
    guard let range = Self.range(offsets, index, of: bytes.count) else { return "!" }
    return String(decoding: range.map { bytes[$0] }, as: UTF8.self)
  }

  static func range(_ offsets: Buffer<Offset>, _ index: Int, of count: Int) -> Range<Int>? {
    guard index >= 0, index < offsets.count - 1 else { return nil }
    let (start, end) = (Int(offsets[index]), Int(offsets[index + 1]))
    return start >= 0 && start <= end && end <= count ? start..<end : nil
  }
}

extension ArrowFile {
  /// What stands in all columns that are read.
  func rendered() throws -> [String: [String?]] {
    var values: [String: [String?]] = [:]
    for column in columns { values[column.name] = try column.rendered() }
    return values
  }
}
