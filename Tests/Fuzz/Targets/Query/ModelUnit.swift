/// The units of the model, with what it takes to compare them, written down here once more: the model
/// must not learn it from what it is compared with.
enum ModelUnit: String, CaseIterable, Sendable {
  case number = ""
  case percent = "%"
  case points = "百分点"
  case yuan = "元"
  case piece = "个"
  case household = "家"
  case person = "人"
  case mu = "亩"
  case squareMetre = "平方米"
  case metre = "米"
  case kilometre = "公里"

  /// The units of levels and amounts.
  static let ofAmounts: [ModelUnit] = [
    .yuan, .piece, .household, .person, .mu, .squareMetre, .metre, .kilometre,
  ]

  /// What is measured.
  var dimension: String {
    switch self {
    case .number, .percent: "number"
    case .mu, .squareMetre: "area"
    case .metre, .kilometre: "length"
    default: rawValue
    }
  }

  /// The size of the unit of size one.
  static let one = 300

  /// How many three-hundredths of the unit of size one there are in it: 亩 is 2000/3 平方米.
  var size: Int {
    switch self {
    case .percent: 3
    case .mu: 200_000
    case .kilometre: 300_000
    default: Self.one
    }
  }

  /// 个 stands for any thing that is counted, but not for people.
  func isComparable(with other: ModelUnit) -> Bool {
    dimension == other.dimension
      || [self, other].contains(.piece) && [self, other].contains(.household)
  }
}
