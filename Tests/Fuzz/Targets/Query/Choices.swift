/// Bytes read as choices, one a byte; when they are used up, the first of everything is chosen.
struct Choices {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// Whether there is nothing left to choose with.
  var isUsedUp: Bool { rest.isEmpty }

  /// A number below `count`.
  mutating func number(below count: Int) -> Int {
    guard let byte = rest.popFirst() else { return 0 }
    return Int(byte) % count
  }

  /// One of some things, of which there is at least one.
  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }

  /// Some of some things, in an order, at least one and at most `limit`.
  mutating func several<Element: Equatable>(of elements: [Element], limit: Int) -> [Element] {
    var chosen: [Element] = []
    for _ in 0...number(below: limit) {
      let element = one(of: elements)
      if !chosen.contains(element) { chosen.append(element) }
    }
    return chosen
  }
}
