package import DajuanLedger
import DajuanSyntax

/// What a script can refer to besides its own words: earlier `let`s, the last query, the ledger's
/// units.
package struct Environment: Sendable {
  /// The `let`s in force.
  package var bindings: [String: Binding] = [:]
  /// The last query shown, which a leading `|` goes on from.
  package var previous: CheckedQuery?
  /// Units that the ledger's own figures have, besides the listed ones.
  package var units: Set<String> = []

  /// Makes an environment for a ledger.
  package init(ledger: Ledger) {
    for entity in Entity.allCases {
      for case .quantity(let column) in ledger.table(entity).columns {
        units.formUnion(column.units.map(\.name))
      }
    }
  }

  /// Whether a query may write the unit.
  package func knows(unit: String) -> Bool { Unit.isListed(unit) || units.contains(unit) }
}
