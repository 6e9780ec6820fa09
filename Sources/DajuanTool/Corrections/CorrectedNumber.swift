internal import DajuanLedger
internal import DajuanReports
internal import DajuanSyntax

/// Whether what a person says of a fact's number makes one number.
enum CorrectedNumber {
  /// What contradicts itself in the number that corrections make of a fact, or nothing.
  ///
  /// - Parameters:
  ///   - said: What is said now, all of the one fact.
  ///   - former: What was said of the report before, in order.
  ///   - fact: The fact, as the rules found it.
  ///   - report: Its report, as the rules found it.
  /// - Returns: What is wrong, in words.
  static func problem(
    _ said: [Correction], after former: [Correction], of fact: Fact, in report: Report
  ) -> Bilingual? {
    guard said.contains(where: { [.value, .lower, .upper, .bound].contains($0.field) }),
      let number = report.corrected(by: former + said).report.facts
        .first(where: { $0.range == fact.range })
    else { return nil }
    return problem(of: number) ?? said.lazy.compactMap { undone($0, number) }.first
  }

  /// Ends that the bound word does not leave.
  private static func problem(of number: Fact) -> Bilingual? {
    let (value, lower, upper) = (number.value, number.lower, number.upper)
    if let lower, let upper, lower > upper {
      return Bilingual(
        "the lower end \(lower) is above the upper end \(upper)", "下限 \(lower) 高于上限 \(upper)")
    }
    let bound = number.bound.rawValue
    let isWhole: Bool
    switch number.bound {
    case .range:
      if let lower, let upper, lower < upper { return nil }
      return Bilingual(
        "bound=range needs two ends, lower and upper; beside one value goes bound=exact",
        "bound=range 要有 lower 和 upper 两端；只有一个数时写 bound=exact")
    case .about: isWhole = value != nil
    case .exact: isWhole = value != nil && lower == value && upper == value
    case .atLeast: isWhole = lower != nil && upper == nil && (value == nil || lower == value)
    // 50多 ends below 60.
    case .moreThan: isWhole = lower != nil && (value == nil || lower == value)
    case .atMost, .lessThan:
      isWhole = upper != nil && lower == nil && (value == nil || upper == value)
    }
    if isWhole { return nil }
    return Bilingual(
      "bound=\(bound) has the ends that its value gives it: set value, or bound=range with "
        + "lower and upper",
      "bound=\(bound) 的两端由 value 而定：请写 value，或写 bound=range 和 lower、upper")
  }

  /// An end that was said and does not hold beside the rest.
  private static func undone(_ correction: Correction, _ number: Fact) -> Bilingual? {
    let (field, word) = (correction.field, correction.value)
    guard field == .lower || field == .upper else { return nil }
    if (field == .lower ? number.lower : number.upper) == Decimal(word), number.bound != .about {
      return nil
    }
    return Bilingual(
      "\(field.rawValue)=\(word) does not hold beside bound=\(number.bound.rawValue): set "
        + "value, or bound=range with lower and upper",
      "\(field.rawValue)=\(word) 与 bound=\(number.bound.rawValue) 不能并存：请写 value，"
        + "或写 bound=range 和 lower、upper")
  }
}
