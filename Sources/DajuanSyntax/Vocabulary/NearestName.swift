/// Finds the name that a misspelt or unfinished one was probably meant to be.
///
/// The distance is the optimal string alignment distance over Unicode scalars: insertions,
/// deletions, substitutions and transpositions of neighbours cost one each (G. V. Bard,
/// "Spelling-error tolerant, order-independent pass-phrases", 2007). A difference in the case of
/// ASCII letters costs nothing but loses a tie.
package struct NearestName: Sendable {
  private let name: [UInt32]
  private let folded: [UInt32]

  /// A search for what `name` was meant to be.
  package init(_ name: String) {
    self.name = name.unicodeScalars.map(\.value)
    folded = self.name.map(Self.fold)
  }

  /// The largest distance that still counts as a slip: none in one scalar, one in two to five (so
  /// that two-character Chinese words are within reach), two up to nine, then three.
  package var tolerance: Int {
    switch name.count {
    case ...1: 0
    case ...5: 1
    case ...9: 2
    default: 3
    }
  }

  /// The most that may begin with an unfinished name for the first of them to be worth a guess.
  private static let mostBegun = 3

  /// The name that was probably meant: the slip's, or else the one that goes on from what is there. Cost:
  /// the product of the lengths for each candidate of about the same length.
  package func best(among candidates: some Sequence<String>) -> String? {
    slip(among: candidates) ?? whole(among: candidates)
  }

  /// The first of the few candidates that begin with the name. Two Latin letters begin a word, and one
  /// Chinese character does.
  func whole(among candidates: some Sequence<String>) -> String? {
    guard name.count > 1 || name.first ?? 0 >= 0x4E00 else { return nil }
    var begun: [String] = []
    for candidate in candidates where isBeginning(of: candidate) && !begun.contains(candidate) {
      guard begun.count < Self.mostBegun else { return nil }
      begun.append(candidate)
    }
    return begun.first
  }

  private func isBeginning(of candidate: String) -> Bool {
    let scalars = candidate.unicodeScalars.map { Self.fold($0.value) }
    return scalars.count > name.count && scalars.starts(with: folded)
  }

  /// The nearest of `candidates` within the tolerance; of equally near ones the first.
  package func slip(among candidates: some Sequence<String>) -> String? {
    var best: (name: String, cost: Int)?
    for candidate in candidates {
      guard let cost = cost(of: candidate), cost < best?.cost ?? .max else { continue }
      best = (candidate, cost)
    }
    return best?.name
  }

  /// Twice the distance, and one more where only the case differs somewhere; nil beyond the
  /// tolerance or where nothing of the name would be left.
  private func cost(of candidate: String) -> Int? {
    let scalars = candidate.unicodeScalars.map(\.value)
    guard abs(scalars.count - name.count) <= tolerance else { return nil }
    let distance = Self.distance(folded, scalars.map(Self.fold))
    guard distance <= tolerance, distance < max(scalars.count, name.count) else { return nil }
    return distance * 2 + (distance == 0 && scalars != name ? 1 : 0)
  }

  private static func fold(_ scalar: UInt32) -> UInt32 {
    (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar
  }

  /// The optimal string alignment distance, in three rows.
  static func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var before = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for i in left.indices {
      var current = [i + 1]
      current.reserveCapacity(right.count + 1)
      for j in right.indices {
        let substitution = previous[j] + (left[i] == right[j] ? 0 : 1)
        var best = min(substitution, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, before[j - 1] + 1)
        }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
