import Testing

@testable import Dajuan

@Suite struct NameTableTests {
  /// The names of a dictionary, bound in the order of a fixed walk through them, some of them twice.
  @Test("Names mean what was said last, here and in copies", arguments: [1, 31, 500])
  func bound(count: Int) {
    var table = NameTable<Int>()
    var dictionary: [String: Int] = [:]
    var copies: [(table: NameTable<Int>, dictionary: [String: Int])] = []
    for step in 0..<3 * count {
      let name = "x\(step * 7 % (2 * count))"
      table.bind(name, to: step)
      dictionary[name] = step
      if step % 97 == 0 { copies.append((table, dictionary)) }
    }
    copies.append((table, dictionary))
    for (table, dictionary) in copies {
      #expect(table.keys.sorted() == dictionary.keys.sorted())
      #expect(dictionary.allSatisfy { table[$0.key] == $0.value })
      let pairs = table.compactMap { "\($0.key)=\($0.value)" }
      #expect(pairs.sorted() == dictionary.map { "\($0.key)=\($0.value)" }.sorted())
      #expect(table["y"] == nil)
    }
  }

  @Test func anEmptyOneHasNothing() {
    let table = NameTable<Int>()
    #expect(table["x"] == nil)
    #expect(table.keys.isEmpty)
  }
}
