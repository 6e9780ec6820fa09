internal import Synchronization

/// A table for each entity, there from the beginning or made when it is first asked for.
struct EntityTables: Sendable {
  private let places: [Place]

  /// Makes all tables.
  init(_ table: (Entity) -> Table) { places = Entity.allCases.map { .made(table($0)) } }

  /// Makes none yet.
  init(whenAsked table: @escaping @Sendable (Entity) -> Table) {
    places = Entity.allCases.map { entity in .asked(LazyTable { table(entity) }) }
  }

  subscript(entity: Entity) -> Table {
    switch places[entity.place] {
    case .made(let table): table
    case .asked(let table): table.made
    }
  }

  private enum Place: Sendable {
    case made(Table)
    case asked(LazyTable)
  }
}

/// A table that is made when it is first asked for. Several threads may ask at once, without a lock: the
/// first one's table is everyone's.
private final class LazyTable: Sendable {
  private final class Holder: Sendable {
    let table: Table

    init(_ table: Table) { self.table = table }
  }

  private let holder = AtomicLazyReference<Holder>()
  private let make: @Sendable () -> Table

  init(_ make: @escaping @Sendable () -> Table) { self.make = make }

  var made: Table { (holder.load() ?? holder.storeIfNil(Holder(make()))).table }
}

extension Entity {
  /// Its place among all, as `allCases` has them.
  fileprivate var place: Int {
    switch self {
    case .reports: 0
    case .facts: 1
    case .indicators: 2
    case .projects: 3
    case .measures: 4
    case .honours: 5
    }
  }
}
