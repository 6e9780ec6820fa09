import Glibc

/// Bytes to Unicode scalars.
///
/// UTF-16 where a byte-order mark or the shape of the bytes says so; else UTF-8; where the bytes are
/// not that, GB18030 (which holds GBK and GB2312, GB 18030-2022) or Big5, whichever reads as the
/// commoner Chinese. Nothing is added or dropped: a byte-order mark is a scalar like any other, so
/// that offsets count what the file holds.
enum ReportDecoder {
  /// The scalars of a file.
  static func scalars(of bytes: [UInt8]) throws(ReadError) -> [UInt32] {
    if bytes.isEmpty { throw .empty }
    if let order = WideText.byMark(bytes), let scalars = WideText.scalars(bytes, order) {
      return scalars
    }
    let (scalars, bad) = decodeUTF8(bytes)
    guard let bad else {
      // UTF-16 of ASCII alone is UTF-8 too, with a nought beside every letter.
      if bytes.prefix(4096).contains(0), let order = WideText.byShape(bytes),
        let wide = WideText.scalars(bytes, order)
      {
        return wide
      }
      return scalars
    }
    if let order = WideText.byShape(bytes), let wide = WideText.scalars(bytes, order) {
      return wide
    }
    let readings = ["GB18030", "BIG5-HKSCS"].compactMap { name in
      utf8(bytes, from: name).map(decodeUTF8).flatMap { $0.bad == nil ? $0.scalars : nil }
    }
    guard var best = readings.first else { throw .undecodable(byteOffset: bad) }
    for reading in readings.dropFirst()
    where CommonCharacters.share(of: reading) > CommonCharacters.share(of: best) {
      best = reading
    }
    return best
  }

  /// The scalars of UTF-8 bytes, or the offset of the first bad byte.
  private static func decodeUTF8(_ bytes: [UInt8]) -> (scalars: [UInt32], bad: Int?) {
    var bad: Int?
    let scalars = bytes.withUnsafeBufferPointer { bytes in
      [UInt32](unsafeUninitializedCapacity: bytes.count) { scalars, count in
        guard let from = bytes.baseAddress, let to = scalars.baseAddress else { return }
        let size = bytes.count
        var (index, end) = (0, 0)
        while index < size {
          // Three bytes above the low half are nearly all there is: 1110…, 10…, 10… at one look.
          if index &+ 3 < size {
            let four = UInt32(
              littleEndian: UnsafeRawPointer(from + index).loadUnaligned(as: UInt32.self))
            let scalar = (four & 0xF) << 12 | (four >> 8 & 0x3F) << 6 | four >> 16 & 0x3F
            if four & 0xC0_C0F0 == 0x80_80E0, scalar >= 0x800, scalar &- 0xD800 >= 0x800 {
              to[end] = scalar
              end &+= 1
              index &+= 3
              continue
            }
          }
          let byte = UInt32(from[index])
          if byte < 0x80 {
            to[end] = byte
            index &+= 1
          } else if let scalar = scalar(bytes, &index, byte) {
            to[end] = scalar
          } else {
            bad = index
            break
          }
          end &+= 1
        }
        count = end
      }
    }
    return (scalars, bad)
  }

  /// The scalar of two bytes or more; where they are none, nothing, with the index left alone.
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ byte: UInt32
  ) -> UInt32? {
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard byte >= 0xC2, byte < 0xF5, index + length <= bytes.count else { return nil }
    var scalar = byte & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let next = UInt32(bytes[index + offset])
      guard next & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | next & 0x3F
    }
    let isShort = length == 3 && scalar < 0x800 || length == 4 && scalar < 0x10000
    if isShort || scalar > 0x10FFFF || scalar &- 0xD800 < 0x800 { return nil }
    index += length
    return scalar
  }

  /// Bytes of an encoding as UTF-8, or `nil` where they are not that.
  private static func utf8(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else {
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
