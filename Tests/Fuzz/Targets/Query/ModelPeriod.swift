/// Whole years of the model, one or several, or all time up to the end of one.
struct ModelPeriod: Hashable, Sendable {
  /// Nothing where there is no beginning.
  let first: Int?
  let last: Int

  init(_ first: Int?, _ last: Int) { (self.first, self.last) = (first, last) }

  init(year: Int) { self.init(year, year) }

  /// The year it is, unless it is several or has no beginning.
  var year: Int? { first == last ? last : nil }

  var isOverSeveralYears: Bool { first.map { $0 < last } ?? true }

  /// The one of the same length so many after it; one without a beginning goes by years.
  func shifted(by count: Int) -> ModelPeriod {
    let distance = count * (first.map { last - $0 + 1 } ?? 1)
    return ModelPeriod(first.map { $0 + distance }, last + distance)
  }

  func lies(from: Int, through: Int) -> Bool {
    first.map { $0 >= from } ?? false && last <= through
  }

  func overlaps(_ year: Int) -> Bool { (first ?? .min) <= year && year <= last }
}

extension ModelPeriod: Comparable {
  /// In time: by beginning, then by end.
  static func < (a: ModelPeriod, b: ModelPeriod) -> Bool {
    (a.first ?? .min, a.last) < (b.first ?? .min, b.last)
  }
}
