/// The decompressor of DEFLATE (RFC 1951), after the canonical codes of its section 3.2.2.
///
/// Nothing is read past the input's end or written past the limit, whatever the bytes say.
struct Inflate {
  private let input: ArraySlice<UInt8>
  private let limit: Int
  private var index: Int
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0
  private var output: [UInt8] = []

  /// The bytes that were compressed.
  ///
  /// - Parameters:
  ///   - input: A whole DEFLATE stream.
  ///   - limit: The most bytes that may come out.
  /// - Returns: The bytes.
  /// - Throws: What is wrong with the stream.
  static func bytes(_ input: ArraySlice<UInt8>, limit: Int) throws(DocumentError) -> [UInt8] {
    var inflate = Inflate(input: input, limit: limit, index: input.startIndex)
    var isLast = false
    while !isLast {
      isLast = try inflate.take(1) == 1
      switch try inflate.take(2) {
      case 0: try inflate.stored()
      case 1: try inflate.compressed(Codes.fixedLiterals, Codes.fixedDistances)
      case 2: try inflate.dynamic()
      default: throw .compression("a block of no known kind")
      }
    }
    return inflate.output
  }

  private init(input: ArraySlice<UInt8>, limit: Int, index: Int) {
    self.input = input
    self.limit = limit
    self.index = index
  }

  private mutating func take(_ count: UInt32) throws(DocumentError) -> Int {
    while bitCount < count {
      guard index < input.endIndex else { throw .compression("it ends too early") }
      bits |= UInt32(input[index]) << bitCount
      index += 1
      bitCount += 8
    }
    defer {
      bits >>= count
      bitCount -= count
    }
    return Int(bits & (1 << count - 1))
  }

  private mutating func stored() throws(DocumentError) {
    (bits, bitCount) = (0, 0)
    guard index + 4 <= input.endIndex else { throw .compression("it ends too early") }
    let length = Int(input[index]) | Int(input[index + 1]) << 8
    let check = Int(input[index + 2]) | Int(input[index + 3]) << 8
    index += 4
    guard length ^ 0xFFFF == check else { throw .compression("a stored block's length is wrong") }
    guard index + length <= input.endIndex else { throw .compression("it ends too early") }
    if output.count + length > limit { throw .tooLarge }
    output += input[index..<index + length]
    index += length
  }

  private mutating func dynamic() throws(DocumentError) {
    let literals = try take(5) + 257
    let distances = try take(5) + 1
    let lengths = try take(4) + 4
    var sizes = [UInt8](repeating: 0, count: 19)
    for place in 0..<lengths { sizes[Self.order[place]] = UInt8(try take(3)) }
    let codes = try Codes(sizes[...])
    var all: [UInt8] = []
    while all.count < literals + distances {
      let symbol = try symbol(codes)
      switch symbol {
      case 0..<16: all.append(UInt8(symbol))
      case 16:
        guard let last = all.last else { throw .compression("a repetition of nothing") }
        all += repeatElement(last, count: try take(2) + 3)
      case 17: all += repeatElement(0, count: try take(3) + 3)
      default: all += repeatElement(0, count: try take(7) + 11)
      }
    }
    guard all.count == literals + distances else { throw .compression("too many code lengths") }
    try compressed(try Codes(all[..<literals]), try Codes(all[literals...]))
  }

  private mutating func compressed(
    _ literals: Codes, _ distances: Codes
  ) throws(DocumentError) {
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        if output.count >= limit { throw .tooLarge }
        output.append(UInt8(symbol))
        continue
      }
      guard symbol < 286 else { throw .compression("no such length") }
      let length = Self.lengths[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
      let far = try self.symbol(distances)
      guard far < 30 else { throw .compression("no such distance") }
      let distance = Self.distances[far] + (try take(Self.distanceBits[far]))
      guard distance <= output.count else { throw .compression("a distance before the start") }
      if output.count + length > limit { throw .tooLarge }
      // The copy may overlap itself: it goes byte by byte.
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func symbol(_ codes: Codes) throws(DocumentError) -> Int {
    var (code, first, place) = (0, 0, 0)
    for length in 1...15 {
      code |= try take(1)
      let count = Int(codes.counts[length])
      if code - count < first { return Int(codes.symbols[place + code - first]) }
      place += count
      first = (first + count) << 1
      code <<= 1
    }
    throw .compression("no such code")
  }

  /// A set of canonical codes: how many there are of each length, and their symbols in order.
  private struct Codes {
    var counts = [UInt16](repeating: 0, count: 16)
    var symbols: [UInt16] = []

    init(_ sizes: ArraySlice<UInt8>) throws(DocumentError) {
      self.init(unchecked: sizes)
      var left = 1
      for length in 1...15 {
        left = left << 1 - Int(counts[length])
        if left < 0 { throw .compression("too many codes") }
      }
    }

    private init(unchecked sizes: ArraySlice<UInt8>) {
      for size in sizes { counts[Int(size)] += 1 }
      counts[0] = 0
      for length in 1...15 where counts[length] > 0 {
        for (symbol, size) in sizes.enumerated() where size == length {
          symbols.append(UInt16(symbol))
        }
      }
    }

    static let fixedLiterals = Codes(
      unchecked: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }[...])
    static let fixedDistances = Codes(unchecked: [UInt8](repeating: 5, count: 30)[...])
  }

  private static let order = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits: [UInt32] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits: [UInt32] = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
}
