import DajuanLedger
import DajuanSyntax

// Arguments that are of the right type and still of no use.
extension Checker {
  /// Reports the first argument whose value is known before anything runs and that the function can
  /// make nothing of, as `round(x, 1.5)`; false where there is none.
  mutating func reportUnusable(
    _ arguments: [Formula], of function: ScalarFunction, _ call: Call
  ) -> Bool {
    for (index, argument) in arguments.enumerated() {
      guard let wanted = function.wantedNumber(at: index), argument.columns.isEmpty,
        !argument.callsHost, case .quantity(let quantity) = folded(argument),
        !isOpen(argument), !wanted.admits(quantity)
      else { continue }
      report(
        .wrongArgument,
        terms: [
          Bilingual(call.function.text), Bilingual(String(index + 1)), wanted.summary,
          Bilingual(quantity.text()),
        ],
        at: argument.span)
      return true
    }
    return false
  }
}

/// What number a function wants at one place.
enum WantedNumber {
  /// A whole number in a range.
  case whole(ClosedRange<Int>)
  /// The base of a logarithm.
  case base

  func admits(_ quantity: Quantity) -> Bool {
    switch self {
    case .whole(let range): quantity.wholeNumber.map(range.contains) ?? false
    case .base:
      quantity.baseInterval.point.map { $0.signum > 0 && $0 != Number(1) } ?? false
    }
  }

  var summary: Bilingual {
    switch self {
    case .whole(let range) where range.upperBound == .max:
      Bilingual(
        "a whole number from \(range.lowerBound)", "不小于 \(range.lowerBound) 的整数")
    case .whole(let range):
      Bilingual(
        "a whole number from \(range.lowerBound) to \(range.upperBound)",
        "\(range.lowerBound) 至 \(range.upperBound) 的整数")
    case .base: Bilingual("a number above zero other than 1", "大于零且不为 1 的数")
    }
  }
}

extension ScalarFunction {
  /// The number it wants at a place, where not every number will do.
  fileprivate func wantedNumber(at index: Int) -> WantedNumber? {
    switch (self, index) {
    case (.round, 1): .whole(Self.roundingPlaces)
    case (.substring, 1), (.splitPart, 2): .whole(1...Int.max)
    case (.substring, 2): .whole(0...Int.max)
    case (.log, 1): .base
    default: nil
    }
  }

  /// How many decimals `round` keeps at the most; below zero, whole tens and so on.
  static let roundingPlaces = -30...30
}
