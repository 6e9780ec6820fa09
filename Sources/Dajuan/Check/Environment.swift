package import DajuanLedger
import DajuanSyntax

/// What a script can refer to besides its own words: earlier `let`s, the last query, the ledger's
/// units.
package struct Environment: Sendable {
  /// The `let`s in force.
  package var bindings = NameTable<Binding>()
  /// The functions that `def` made.
  package var functions: [String: UserFunction] = [:]
  /// The parameters declared and not named over since, in order.
  package var parameters: [DeclaredParameter] = []
  /// Values given to parameters from outside.
  package var given: [String: GivenValue] = [:]
  /// The last query shown, which a leading `|` goes on from.
  package var previous: CheckedQuery?
  /// Units that the ledger's own figures have, besides the listed ones.
  ///
  /// Gathered whenever they are asked for, which few queries do: it takes every table of the ledger.
  package var units: Set<String> {
    guard let ledger else { return [] }
    var units: Set<String> = []
    for entity in Entity.allCases {
      for case .quantity(let column) in ledger.table(entity).columns {
        units.formUnion(column.units.map(\.name))
      }
    }
    return units
  }
  private var ledger: Ledger?
  /// What the program around it adds to the language.
  package var host = Host.none

  /// Finds the distinct values of a query's column, in order and no more of them than asked for, by
  /// running the query; `nil` where it fails or is stopped. What `pivot` makes columns of.
  package typealias DistinctValues =
    @Sendable (_ query: CheckedQuery, _ column: Int, _ limit: Int) -> [Value]?
  /// Supplied by whoever can run queries; without it the columns of a pivot stay open.
  package var distinctValues: DistinctValues?

  /// Makes an environment for no ledger in particular.
  package init() {}

  /// Makes an environment for a ledger.
  package init(ledger: Ledger, host: Host = .none) {
    self.ledger = ledger
    self.host = host
  }

  /// Forgets a parameter, as its name is about to be bound anew. Only names that are bound are looked
  /// for, so that very many parameters cost no more each than a few.
  mutating func forgetParameter(_ name: String) {
    if bindings[name] == nil { return }
    parameters.removeAll { $0.name == name }
  }

  /// Whether a query may write the unit.
  package func knows(unit: String) -> Bool {
    host.isListed(unit: unit) || units.contains(unit)
  }

  /// The unit that a query may write so; `nil` for none.
  package func unit(named name: String) -> Unit? {
    knows(unit: name) ? host.unit(named: name) : nil
  }

  /// The unit of a name without the scale word before it; `nil` where a query may not write either.
  func baseUnit(_ name: UnitName) -> Unit? {
    guard knows(unit: name.text) || knows(unit: name.scale + name.unit) || knows(unit: name.unit)
    else { return nil }
    return host.unit(named: name.unit)
  }
}
