/// UTF-16, told by its byte-order mark or by its shape.
enum WideText {
  enum Order { case bigEndian, littleEndian }

  static func byMark(_ bytes: [UInt8]) -> Order? {
    guard bytes.count >= 2, bytes.count % 2 == 0 else { return nil }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return .littleEndian }
    return bytes[0] == 0xFE && bytes[1] == 0xFF ? .bigEndian : nil
  }

  /// The order in which nearly every upper byte is one of a Chinese text: 00 of ASCII, 30 and FF of
  /// punctuation, 4E to 9F of characters, with both ASCII (a line's end, a digit) and others there.
  static func byShape(_ bytes: [UInt8]) -> Order? {
    let sample = bytes.prefix(4096)
    guard bytes.count % 2 == 0, sample.count >= 8 else { return nil }
    for (order, upper) in [(Order.littleEndian, 1), (.bigEndian, 0)] {
      var (fitting, noughts, total) = (0, 0, 0)
      for index in stride(from: upper, to: sample.count - sample.count % 2, by: 2) {
        total += 1
        switch sample[index] {
        case 0:
          noughts += 1
          fitting += 1
        case 0x20, 0x30, 0x4E...0x9F, 0xFF: fitting += 1
        default: break
        }
      }
      if fitting * 50 >= total * 49, noughts > 0, isText(sample, upper) { return order }
    }
    return nil
  }

  /// Whether the lower bytes beside noughts are letters, digits and line ends.
  private static func isText(_ sample: ArraySlice<UInt8>, _ upper: Int) -> Bool {
    for index in stride(from: upper, to: sample.count - sample.count % 2, by: 2)
    where sample[index] == 0 {
      let low = sample[index ^ 1]
      if low < 0x20 && !(0x09...0x0D).contains(low) { return false }
    }
    return true
  }

  /// The scalars, or nothing where a surrogate stands alone.
  static func scalars(_ bytes: [UInt8], _ order: Order) -> [UInt32]? {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count / 2)
    let (upper, lower) = order == .littleEndian ? (1, 0) : (0, 1)
    var high: UInt32?
    for index in stride(from: 0, to: bytes.count, by: 2) {
      let unit = UInt32(bytes[index + upper]) << 8 | UInt32(bytes[index + lower])
      if let first = high {
        guard unit & 0xFC00 == 0xDC00 else { return nil }
        scalars.append(0x10000 + (first & 0x3FF) << 10 | unit & 0x3FF)
        high = nil
      } else if unit & 0xFC00 == 0xD800 {
        high = unit
      } else if unit & 0xFC00 == 0xDC00 {
        return nil
      } else {
        scalars.append(unit)
      }
    }
    return high == nil ? scalars : nil
  }
}
