import Glibc

/// Bytes to Unicode scalars.
///
/// UTF-8 first; where it is not valid, the whole is read as GB18030, which holds GBK and GB2312
/// (GB 18030-2022). Nothing is added or dropped: a byte-order mark is a scalar like any other, so
/// that offsets count what the file holds.
enum ReportDecoder {
  /// The scalars of a file.
  static func scalars(of bytes: [UInt8]) throws(ReadError) -> [UInt32] {
    if bytes.isEmpty { throw .empty }
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count / 2)
    guard let bad = appendUTF8(bytes, to: &scalars) else { return scalars }
    guard let converted = utf8FromGB18030(bytes) else { throw .undecodable(byteOffset: bad) }
    scalars.removeAll(keepingCapacity: true)
    if appendUTF8(converted, to: &scalars) != nil { throw .undecodable(byteOffset: bad) }
    return scalars
  }

  /// Appends the scalars of UTF-8 bytes; answers the offset of the first bad byte, if any.
  private static func appendUTF8(_ bytes: [UInt8], to scalars: inout [UInt32]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = UInt32(bytes[index])
        // Three bytes above the low half are nearly all there is.
        if byte & 0xF0 == 0xE0, byte != 0xE0, byte != 0xED, index + 2 < bytes.count {
          let (second, third) = (UInt32(bytes[index + 1]), UInt32(bytes[index + 2]))
          if second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
            scalars.append((byte & 0xF) << 12 | (second & 0x3F) << 6 | third & 0x3F)
            index += 3
            continue
          }
        }
        if byte < 0x80 {
          scalars.append(byte)
          index += 1
          continue
        }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        guard byte >= 0xC2, byte < 0xF5, index + length <= bytes.count else { return index }
        var scalar = byte & (0x7F >> UInt32(length))
        for offset in 1..<length {
          let next = UInt32(bytes[index + offset])
          guard next & 0xC0 == 0x80 else { return index }
          scalar = scalar << 6 | next & 0x3F
        }
        let isShort = length == 3 && scalar < 0x800 || length == 4 && scalar < 0x10000
        if isShort || scalar > 0x10FFFF || scalar &- 0xD800 < 0x800 { return index }
        scalars.append(scalar)
        index += length
      }
      return nil
    }
  }

  /// GB18030 bytes as UTF-8, or `nil` where they are not that.
  private static func utf8FromGB18030(_ bytes: [UInt8]) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { iconv_close(converter) }
    // A two-byte character becomes three bytes, a four-byte one at most four.
    var output = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
    var input = bytes
    let written: Int? = input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = source.bindMemory(to: CChar.self).baseAddress
        var to = target.bindMemory(to: CChar.self).baseAddress
        var (left, room) = (source.count, target.count)
        let result = iconv(converter, &from, &left, &to, &room)
        return result == UInt.max || left != 0 ? nil : target.count - room
      }
    }
    guard let written else { return nil }
    output.removeLast(output.count - written)
    return output
  }
}
