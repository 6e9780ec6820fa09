/// A script of about a wanted size, as people write them: in both languages, over several lines,
/// with comments, and without mistakes. The same for the same seed.
struct SampleScript {
  /// The script.
  private(set) var text = ""

  /// The same queries in SQL, a statement each.
  private(set) var sql: [String] = []

  private var random: SplitMix

  init(bytes: Int, seed: UInt64) {
    random = SplitMix(seed: seed)
    text.reserveCapacity(bytes + 1000)
    var count = 0
    while text.utf8.count < bytes {
      var statement = StatementWriter(number: count, random: random)
      let (query, sql) = statement.write()
      random = statement.random
      text += query
      self.sql.append(sql)
      count += 1
    }
  }

  /// The script with every tenth word or mark left out.
  var damaged: String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false)
    for index in words.indices where index % 10 == 7 && !words[index].contains("\n") {
      words[index] = ""
    }
    return words.joined(separator: " ")
  }
}

/// The same numbers for the same seed (SplitMix64, Steele, Lea and Flood, 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
