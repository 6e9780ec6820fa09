/// Checksums of tables: XXH64 with seed 0 (the xxHash specification, version 0.1.1), which
/// `xxhsum -H1` computes as well.
///
/// It tells a file that the disk or a cut-off copy has changed, at the speed of reading it. It does
/// not tell one that somebody has changed on purpose; texts, which are what a ledger says, have
/// ``SHA256``.
package struct XXH64: Sendable {
  private var lanes: SIMD4<UInt64>
  /// What has come since the last whole stripe, in its first `pending` bytes.
  private var stripe = [UInt8](repeating: 0, count: stripeSize)
  private var pending = 0
  private var count: UInt64 = 0

  private static let stripeSize = 32
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9e37_79b1_85eb_ca87, 0xc2b2_ae3d_27d4_eb4f, 0x1656_67b1_9e37_79f9, 0x85eb_ca77_c2b2_ae63,
    0x27d4_eb2f_1656_67c5
  )

  /// Begins with no bytes.
  package init() {
    let primes = Self.primes
    lanes = SIMD4(primes.0 &+ primes.1, primes.1, 0, 0 &- primes.0)
  }

  /// The checksum of bytes.
  package static func hex(of bytes: UnsafeRawBufferPointer) -> String {
    var checksum = XXH64()
    checksum.update(bytes)
    return checksum.hex
  }

  /// The checksum of bytes.
  package static func hex(of bytes: [UInt8]) -> String {
    bytes.withUnsafeBytes { hex(of: $0) }
  }

  /// Takes in bytes. Cost: linear, some gigabytes a second.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    count &+= UInt64(bytes.count)
    var rest = bytes[...]
    if pending > 0 {
      let taken = rest.prefix(Self.stripeSize - pending)
      stripe.replaceSubrange(pending..<pending + taken.count, with: taken)
      pending += taken.count
      rest = rest.dropFirst(taken.count)
      guard pending == Self.stripeSize else { return }
      stripe.withUnsafeBytes { takeStripes($0) }
      pending = 0
    }
    let whole = rest.count / Self.stripeSize * Self.stripeSize
    takeStripes(UnsafeRawBufferPointer(rebasing: rest.prefix(whole)))
    let left = rest.dropFirst(whole)
    stripe.replaceSubrange(0..<left.count, with: left)
    pending = left.count
  }

  /// The checksum of all that was taken in, as 16 hexadecimal digits.
  package var hex: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The checksum of all that was taken in.
  package var value: UInt64 {
    let primes = Self.primes
    var sum = count < UInt64(Self.stripeSize) ? primes.4 : converged
    sum &+= count
    stripe.withUnsafeBytes { bytes in
      var place = 0
      while pending - place >= 8 {
        sum ^= Self.round(0, Self.word(bytes, place))
        sum = Self.rotated(sum, 27) &* primes.0 &+ primes.3
        place += 8
      }
      if pending - place >= 4 {
        let half = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
        sum ^= UInt64(half) &* primes.0
        sum = Self.rotated(sum, 23) &* primes.1 &+ primes.2
        place += 4
      }
      for byte in bytes[place..<pending] {
        sum ^= UInt64(byte) &* primes.4
        sum = Self.rotated(sum, 11) &* primes.0
      }
    }
    sum = (sum ^ sum &>> 33) &* primes.1
    sum = (sum ^ sum &>> 29) &* primes.2
    return sum ^ sum &>> 32
  }

  /// Step 2: a word of each stripe for each lane.
  private mutating func takeStripes(_ bytes: UnsafeRawBufferPointer) {
    var (first, second, third, fourth) = (lanes[0], lanes[1], lanes[2], lanes[3])
    for start in stride(from: 0, to: bytes.count, by: Self.stripeSize) {
      first = Self.round(first, Self.word(bytes, start))
      second = Self.round(second, Self.word(bytes, start &+ 8))
      third = Self.round(third, Self.word(bytes, start &+ 16))
      fourth = Self.round(fourth, Self.word(bytes, start &+ 24))
    }
    lanes = SIMD4(first, second, third, fourth)
  }

  /// Step 3: the lanes as one.
  private var converged: UInt64 {
    var sum =
      Self.rotated(lanes[0], 1) &+ Self.rotated(lanes[1], 7) &+ Self.rotated(lanes[2], 12)
      &+ Self.rotated(lanes[3], 18)
    for index in 0..<4 {
      sum = (sum ^ Self.round(0, lanes[index])) &* Self.primes.0 &+ Self.primes.3
    }
    return sum
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* primes.1, 31) &* primes.0
  }

  private static func rotated(_ word: UInt64, _ by: UInt64) -> UInt64 {
    word &<< by | word &>> (64 &- by)
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
