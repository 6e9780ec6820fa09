import DajuanLedger

/// The answers to a condition, a byte a row.
typealias AnswerCode = UInt8

extension Truth {
  static let codes: [Truth] = [
    .no, .yes, .undecided(.bounds), .undecided(.missing), .undecided(.unit),
  ]

  /// A byte for the answer: 0 no, 1 yes, and above them undecided in the order of the reasons.
  var code: AnswerCode {
    switch self {
    case .no: 0
    case .yes: 1
    case .undecided(let reason): 2 + reason.rawValue
    }
  }

  init(code: AnswerCode) { self = Truth.codes[Int(code)] }
}

/// Kleene's connectives over bytes, made of those of ``Truth``.
enum AnswerTable {
  /// The place of a pair in a table of two answers.
  @inline(__always)
  static func pair(_ a: AnswerCode, _ b: AnswerCode) -> Int { Int(a) << 3 | Int(b) }

  static let and = table { $0.and($1) }
  static let or = table { $0.or($1) }
  static let not = Truth.codes.map { $0.negated.code }
  static let possibly = Truth.codes.map { $0 == .undecided(.bounds) ? Truth.yes.code : $0.code }
  static let certainly = Truth.codes.map { $0 == .undecided(.bounds) ? Truth.no.code : $0.code }

  private static func table(_ connect: (Truth, Truth) -> Truth) -> [AnswerCode] {
    var table = [AnswerCode](repeating: 0, count: 64)
    for a in Truth.codes {
      for b in Truth.codes { table[pair(a.code, b.code)] = connect(a, b).code }
    }
    return table
  }
}
