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

/// Kleene's connectives over bytes, as ``Truth`` has them: of two answers that do not decide the graver
/// one, which is the higher code, is left.
enum AnswerTable {
  @inline(__always)
  static func and(_ a: AnswerCode, _ b: AnswerCode) -> AnswerCode {
    a == 0 || b == 0 ? 0 : max(a, b)
  }

  @inline(__always)
  static func or(_ a: AnswerCode, _ b: AnswerCode) -> AnswerCode {
    a == 1 || b == 1 ? 1 : max(a, b)
  }

  static let not = Truth.codes.map { $0.negated.code }
  static let possibly = Truth.codes.map { $0 == .undecided(.bounds) ? Truth.yes.code : $0.code }
  static let certainly = Truth.codes.map { $0 == .undecided(.bounds) ? Truth.no.code : $0.code }
}
