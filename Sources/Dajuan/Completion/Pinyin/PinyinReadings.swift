/// How Chinese characters are read, without tones: what lets `dqs`, `diqu` and `diqusheng` stand for
/// 地区生产总值.
///
/// The table syllables.txt has a syllable a line, then the characters that are read so: those of GB 2312
/// and some 430 more, mostly of place names, each under up to three of its readings, ü as v. The
/// readings are facts: those of the Unihan database and other dictionaries as the PyPI package pypinyin
/// 0.55 gathers them. The table is read when it is first asked for.
struct PinyinReadings: Sendable {
  /// The readings of the table.
  static let shared = PinyinReadings(PackageResources.syllables_txt)

  /// The syllables, from 1; nothing is at 0.
  private var syllables: [[UInt8]] = [[]]
  /// For each character from `first` up to three syllables of ten bits.
  private var readings = [UInt32](repeating: 0, count: 0xA000 - Int(first))
  private static let first: UInt32 = 0x3400

  /// Cost: a pass over the table, some 30 kB.
  private init(_ table: [UInt8]) {
    for line in table.split(separator: 0x0A) {
      guard let blank = line.firstIndex(of: 0x20) else { continue }
      let syllable = UInt32(syllables.count)
      syllables.append(Array(line[..<blank]))
      for scalar in String(decoding: line[(blank + 1)...], as: UTF8.self).unicodeScalars {
        guard let place = Self.place(of: scalar) else { continue }
        readings[place] = readings[place] << 10 | syllable
      }
    }
  }

  private static func place(of scalar: Unicode.Scalar) -> Int? {
    (first..<0xA000).contains(scalar.value) ? Int(scalar.value - first) : nil
  }

  /// The syllables a character may be read as; none for one that is not in the table.
  func syllables(of scalar: Unicode.Scalar) -> [[UInt8]] {
    guard let place = Self.place(of: scalar) else { return [] }
    var result: [[UInt8]] = []
    var rest = readings[place]
    while rest != 0 {
      result.append(syllables[Int(rest & 0x3FF)])
      rest >>= 10
    }
    return result
  }

  /// Whether letters spell the beginning of a text: of each character the first letter, or more of its
  /// syllable, or all of it. Letters and digits of the text stand for themselves, signs are passed over.
  /// Cost: a look at as many characters as there are letters, as a rule.
  ///
  /// - Parameters:
  ///   - letters: Lower-case ASCII letters and digits.
  ///   - text: The text.
  /// - Returns: Whether they do; false where none of its characters has to be read.
  func spells(_ letters: some Collection<UInt8>, _ text: some Collection<Unicode.Scalar>) -> Bool {
    guard let letter = letters.first else { return true }
    guard let scalar = text.first else { return false }
    let rest = text.dropFirst()
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      let lower = byte &- 0x41 < 26 ? byte + 0x20 : byte
      let isSign = !(lower &- 0x61 < 26 || lower &- 0x30 < 10)
      if isSign { return spells(letters, rest) }
      return lower == letter && spells(letters.dropFirst(), rest)
    }
    guard let place = Self.place(of: scalar) else {
      return !scalar.properties.isAlphabetic && spells(letters, rest)
    }
    var readings = readings[place]
    while readings != 0 {
      let syllable = syllables[Int(readings & 0x3FF)]
      readings >>= 10
      var shared = zip(syllable, letters).prefix { $0 == $1 }.count
      while shared > 0 {
        if spells(letters.dropFirst(shared), rest) { return true }
        shared -= 1
      }
    }
    return false
  }
}
