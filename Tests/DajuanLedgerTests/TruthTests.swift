import Testing

@testable import DajuanLedger

@Suite struct TruthTests {
  private static let all: [Truth] =
    [.yes, .no] + Truth.Reason.allCases.map { .undecided($0) }

  @Test(arguments: all, all)
  func kleene(a: Truth, b: Truth) {
    let both = a.and(b)
    let either = a.or(b)
    if a == .no || b == .no { #expect(both == .no) }
    if a == .yes { #expect(both == b) }
    if a == .yes || b == .yes { #expect(either == .yes) }
    if a == .no { #expect(either == b) }
    #expect(both == b.and(a))
    #expect(either == a.negated.and(b.negated).negated)
  }

  @Test func graverReasonOutweighs() {
    #expect(Truth.undecided(.bounds).and(.undecided(.missing)) == .undecided(.missing))
    #expect(Truth.undecided(.unit).or(.undecided(.bounds)) == .undecided(.unit))
  }
}
