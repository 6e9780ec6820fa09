import Foundation

/// How many facts each report of a made ledger has, and of which indicators.
struct ReportSizes {
  static let years = 2005...2024
  /// The facts of a report, on average: those of the 70 reports have 188, with 178.5 in the middle.
  static let meanFacts = 176

  /// The facts of each report, district by district and year by year.
  let facts: [Int]
  /// The number of districts.
  let places: Int

  /// Shares a number of facts out, between about 40 and 457 a report as the 70 reports have them.
  init(facts total: Int, random: inout SplitMix) {
    places = max(1, (total + Self.meanFacts * 10) / (Self.meanFacts * Self.years.count))
    let sizes = (0..<places * Self.years.count).map { _ in
      min(457, max(40, 165 * exp(0.4 * Gauss.value(random.next()))))
    }
    let sum = sizes.reduce(0, +)
    var (running, given) = (0.0, 0)
    facts = sizes.map { size in
      running += size
      let upTo = Int((running / sum * Double(total)).rounded())
      defer { given = upTo }
      return upTo - given
    }
  }
}

/// Draws the indicators that a report tells.
struct IndicatorChoice {
  /// The indicators in the order they are drawn in, which has nothing to do with how often.
  private let order: [Int]
  private var cumulative: [Int: [Double]] = [:]

  init(random: inout SplitMix) {
    order = Array(Indicator.all.indices).shuffled(using: &random)
  }

  /// Different indicators, each as likely as its weight says, in the order of the draw.
  ///
  /// Systematic sampling: the points `start`, `start + 1`, … on a line where every indicator is as
  /// long as its likelihood. A start that moves little from year to year makes a district tell much
  /// the same each year.
  mutating func draw(_ count: Int, start: Double) -> [Int] {
    let line = line(of: count)
    var (chosen, point) = ([Int](), start)
    chosen.reserveCapacity(count)
    for (place, end) in line.enumerated() where point < end && chosen.count < count {
      chosen.append(order[place])
      point += 1
    }
    return chosen
  }

  private mutating func line(of count: Int) -> [Double] {
    if let line = cumulative[count] { return line }
    precondition(count <= order.count)
    let weights = order.map(Indicator.weight)
    // The factor that makes the likelihoods, one at most each, add up to the count.
    var factor = Double(count) / weights.reduce(0, +)
    for _ in 0..<200 {
      let sum = weights.reduce(0) { $0 + min(1, $1 * factor) }
      factor *= Double(count) / sum
    }
    var end = 0.0
    var line = weights.map { weight in
      end += min(1, weight * factor)
      return end
    }
    line[line.count - 1] = Double(count) + 1  // What rounding has left out.
    cumulative[count] = line
    return line
  }
}

/// Numbers that lie about as a normal distribution has them, from whole numbers.
enum Gauss {
  /// The sum of a word's four quarters: middle 0, spread 1, never beyond 3.5.
  static func value(_ word: UInt64) -> Double {
    let sum = (word & 0xFFFF) + (word >> 16 & 0xFFFF) + (word >> 32 & 0xFFFF) + (word >> 48)
    return (Double(sum) - 131_070) / 37_837
  }

  /// A number that belongs to the keys.
  static func of(_ a: Int, _ b: Int = 0, _ c: Int = 0, salt: UInt64) -> Double {
    let key = UInt64(a) &* 0xD6E8_FEB8_6659_FD93 ^ UInt64(b) << 32 ^ UInt64(c)
    var random = SplitMix(seed: key ^ salt &* 0xA076_1D64_78BD_642F)
    return value(random.next())
  }
}
