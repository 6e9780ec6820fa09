/// What is wrong with an Arrow file.
struct ArrowProblem: Error {
  /// What it is and where, a part of a sentence.
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// A FlatBuffers buffer that is read with distrust: every offset, vtable and length is held against
/// the bytes there are.
///
/// Parts of a buffer may point to one and the same place, so a small one can unfold into a huge tree.
/// Honest writers do not do that with what is long; so all that is read out of vectors, strings and
/// tables is counted, and may be no more than a few times the bytes.
final class FlatBuffer {
  /// What it is called in messages: `the footer`.
  private let name: String
  private let bytes: [UInt8]
  /// How many bytes may still be read out.
  private var allowance: Int

  /// Makes a buffer of all the bytes.
  init(_ bytes: [UInt8], name: String) {
    self.name = name
    self.bytes = bytes
    allowance = 4 * bytes.count + 64
  }

  /// The table that holds all others.
  func root() throws(ArrowProblem) -> FlatTable { try table(at: target(of: 0)) }

  func number<Number: FixedWidthInteger & BitwiseCopyable>(
    at place: Int, as type: Number.Type = Number.self
  ) throws(ArrowProblem) -> Number {
    guard place >= 0, place <= bytes.count - MemoryLayout<Number>.size else {
      throw problem("it ends before a number", at: place)
    }
    return bytes.withUnsafeBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Number.self))
    }
  }

  /// Where a reference leads.
  func target(of place: Int) throws(ArrowProblem) -> Int {
    let offset = Int(try number(at: place, as: UInt32.self))
    guard offset > 0, offset <= bytes.count - place else {
      throw problem("a reference leads out of it", at: place)
    }
    return place + offset
  }

  func table(at place: Int) throws(ArrowProblem) -> FlatTable {
    let vtable = place - Int(try number(at: place, as: Int32.self))
    let vtableSize = Int(try number(at: vtable, as: UInt16.self))
    let size = Int(try number(at: vtable + 2, as: UInt16.self))
    guard vtableSize >= 4, vtableSize % 2 == 0, vtableSize <= bytes.count - vtable, size >= 4,
      size <= bytes.count - place
    else { throw problem("a table does not fit in it", at: place) }
    try take(size, at: place)
    return FlatTable(buffer: self, place: place, size: size, vtable: vtable, vtableSize: vtableSize)
  }

  /// Where the elements of a vector begin, and how many there are.
  func vector(at place: Int, stride: Int) throws(ArrowProblem) -> (start: Int, count: Int) {
    let count = Int(try number(at: place, as: UInt32.self))
    guard count <= (bytes.count - place - 4) / stride else {
      throw problem("a list runs past its end", at: place)
    }
    try take(count * stride, at: place)
    return (place + 4, count)
  }

  func string(at place: Int) throws(ArrowProblem) -> String {
    let (start, count) = try vector(at: place, stride: 1)
    guard let text = String(validating: bytes[start..<start + count], as: UTF8.self) else {
      throw problem("a text is not UTF-8", at: place)
    }
    return text
  }

  func problem(_ reason: String, at place: Int) -> ArrowProblem {
    ArrowProblem("\(name), byte \(place): \(reason)")
  }

  private func take(_ count: Int, at place: Int) throws(ArrowProblem) {
    allowance -= count
    if allowance < 0 { throw problem("it refers to the same places again and again", at: place) }
  }
}

/// A table of a ``FlatBuffer``. Values are asked for by their slots in the schema.
struct FlatTable {
  fileprivate let buffer: FlatBuffer
  fileprivate let place: Int
  fileprivate let size: Int
  fileprivate let vtable: Int
  fileprivate let vtableSize: Int

  /// A number, or the schema's default where the table leaves it out.
  func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ slot: Int, default missing: Number = 0
  ) throws(ArrowProblem) -> Number {
    guard let place = try field(slot, width: MemoryLayout<Number>.size) else { return missing }
    return try buffer.number(at: place)
  }

  func bool(_ slot: Int) throws(ArrowProblem) -> Bool {
    try number(slot, default: UInt8(0)) != 0
  }

  func string(_ slot: Int) throws(ArrowProblem) -> String? {
    guard let place = try field(slot, width: 4) else { return nil }
    return try buffer.string(at: buffer.target(of: place))
  }

  func table(_ slot: Int) throws(ArrowProblem) -> FlatTable? {
    guard let place = try field(slot, width: 4) else { return nil }
    return try buffer.table(at: buffer.target(of: place))
  }

  /// The tables of a list; none where there is no list.
  func tables(_ slot: Int) throws(ArrowProblem) -> [FlatTable] {
    guard let place = try field(slot, width: 4) else { return [] }
    let (start, count) = try buffer.vector(at: buffer.target(of: place), stride: 4)
    var tables: [FlatTable] = []
    for index in 0..<count {
      tables.append(try buffer.table(at: buffer.target(of: start + 4 * index)))
    }
    return tables
  }

  /// The structs of a list, each made from the place where it begins; none where there is no list.
  func structs<Element>(
    _ slot: Int, stride: Int, _ make: (FlatBuffer, Int) throws(ArrowProblem) -> Element
  ) throws(ArrowProblem) -> [Element] {
    guard let place = try field(slot, width: 4) else { return [] }
    let (start, count) = try buffer.vector(at: buffer.target(of: place), stride: stride)
    var elements: [Element] = []
    for index in 0..<count { elements.append(try make(buffer, start + stride * index)) }
    return elements
  }

  /// Whether the table has a value in a slot.
  func has(_ slot: Int) throws(ArrowProblem) -> Bool { try field(slot, width: 1) != nil }

  /// A problem of this table.
  func problem(_ reason: String) -> ArrowProblem { buffer.problem(reason, at: place) }

  private func field(_ slot: Int, width: Int) throws(ArrowProblem) -> Int? {
    let entry = 4 + 2 * slot
    guard entry + 2 <= vtableSize else { return nil }
    let offset = Int(try buffer.number(at: vtable + entry, as: UInt16.self))
    if offset == 0 { return nil }
    guard offset >= 4, offset <= size - width else {
      throw problem("a value stands outside its table")
    }
    return place + offset
  }
}
