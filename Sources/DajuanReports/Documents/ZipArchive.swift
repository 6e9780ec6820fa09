/// The parts of a ZIP archive (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16), found by its
/// directory. Encrypted, split and ZIP64 archives are none a report comes in.
struct ZipArchive {
  private struct Entry {
    let method: Int
    let checksum: UInt32
    let packed: Int
    let size: Int
    let offset: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]

  /// Reads the directory.
  init(_ bytes: [UInt8]) throws(DocumentError) {
    self.bytes = bytes
    guard let end = Self.end(of: bytes) else { throw .archive("it has no directory") }
    var place = number(at: end + 16, size: 4)
    for _ in 0..<number(at: end + 10, size: 2) {
      guard place + 46 <= bytes.count, number(at: place, size: 4) == 0x0201_4B50 else {
        throw .archive("its directory is broken")
      }
      let nameLength = number(at: place + 28, size: 2)
      guard place + 46 + nameLength <= bytes.count else {
        throw .archive("its directory is broken")
      }
      let name = String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
      if number(at: place + 8, size: 2) & 1 != 0 { throw .archive("it is encrypted") }
      // The first of a name counts, as it does for word processors.
      if entries[name] == nil {
        entries[name] = Entry(
          method: number(at: place + 10, size: 2),
          checksum: UInt32(number(at: place + 16, size: 4)),
          packed: number(at: place + 20, size: 4), size: number(at: place + 24, size: 4),
          offset: number(at: place + 42, size: 4))
      }
      place += 46 + nameLength + number(at: place + 30, size: 2) + number(at: place + 32, size: 2)
    }
  }

  /// The bytes of a part.
  ///
  /// - Parameters:
  ///   - name: Its name in the directory.
  ///   - limit: The most bytes it may have, whatever the directory says.
  /// - Returns: The bytes.
  /// - Throws: Why they cannot be had.
  func part(_ name: String, limit: Int) throws(DocumentError) -> [UInt8] {
    guard let entry = entries[name] else { throw .noPart(name) }
    if entry.size > limit { throw .tooLarge }
    guard entry.offset + 30 <= bytes.count, number(at: entry.offset, size: 4) == 0x0403_4B50 else {
      throw .archive("\(name) is not where the directory says")
    }
    let start =
      entry.offset + 30 + number(at: entry.offset + 26, size: 2)
      + number(at: entry.offset + 28, size: 2)
    guard start <= bytes.count, entry.packed <= bytes.count - start else {
      throw .archive("\(name) is cut off")
    }
    let packed = bytes[start..<start + entry.packed]
    let part: [UInt8]
    switch entry.method {
    case 0: part = Array(packed)
    case 8: part = try Inflate.bytes(packed, limit: min(limit, entry.size))
    default: throw .archive("\(name) is packed in a way no word processor uses")
    }
    guard part.count == entry.size, Self.checksum(part) == entry.checksum else {
      throw .compression("\(name) is not what was packed")
    }
    return part
  }

  /// Where the record that ends the archive begins: before a remark of at most 65,535 bytes.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    for place in stride(from: bytes.count - 22, through: max(0, bytes.count - 65_557), by: -1)
    where bytes[place] == 0x50 && bytes[place + 1] == 0x4B && bytes[place + 2] == 5
      && bytes[place + 3] == 6
    {
      return place
    }
    return nil
  }

  private func number(at place: Int, size: Int) -> Int {
    guard place + size <= bytes.count else { return 0 }
    return (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) }
  }

  /// CRC-32 (ISO 3309).
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }
}
