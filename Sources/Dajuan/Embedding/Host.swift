public import DajuanLedger
internal import DajuanSyntax

/// What a program adds to the language for its queries: tables, functions and units of its own.
///
/// ```swift
/// let host = try Host(
///   tables: [HostTable("budget", chinese: "预算", columns: columns, rows: rows)],
///   functions: [
///     HostFunction("per_head", takes: [.quantity(.families([.money]))], gives: .quantity(.any)) {
///       …
///     }
///   ],
///   units: [HostUnit("箱", 24, of: "瓶")])
/// let evaluator = Evaluator(ledger: try .bundled(), host: host)
/// ```
///
/// A value that several threads may use at once; its closures must allow that.
public struct Host: Sendable {
  /// The tables, in order.
  public var tables: [HostTable] { contents.tables }
  /// The functions, in order.
  public var functions: [HostFunction] { contents.functions }
  /// The units, in order.
  public var units: [HostUnit] { contents.units }

  /// One reference, as the checker holds it on the stack again and again.
  private let contents: Contents

  private final class Contents: Sendable {
    let tables: [HostTable]
    let functions: [HostFunction]
    let units: [HostUnit]
    let tablesByName: [String: Int]
    let functionsByName: [String: Int]
    let unitsByName: [String: Unit]

    init(
      _ tables: [HostTable], _ functions: [HostFunction], _ units: [HostUnit],
      tablesByName: [String: Int], functionsByName: [String: Int], unitsByName: [String: Unit]
    ) {
      (self.tables, self.functions, self.units) = (tables, functions, units)
      self.tablesByName = tablesByName
      self.functionsByName = functionsByName
      self.unitsByName = unitsByName
    }
  }

  /// Nothing of its own.
  public static let none = Host(
    contents: Contents([], [], [], tablesByName: [:], functionsByName: [:], unitsByName: [:]))

  private init(contents: Contents) { self.contents = contents }

  /// Puts together what a program adds.
  ///
  /// - Throws: ``HostError`` for a name that the language cannot write or has already, or that is there
  ///   twice; for a column of passages; for a unit of an unknown one.
  public init(
    tables: [HostTable] = [], functions: [HostFunction] = [], units: [HostUnit] = []
  ) throws(HostError) {
    for table in tables { try table.validate() }
    for function in functions { try function.validate() }
    var named: [String: Unit] = [:]
    for unit in units {
      let made = try unit.unit(among: &named)
      for spelling in unit.spellings {
        guard named.updateValue(made, forKey: spelling) == nil else {
          throw HostError(name: spelling, reason: "is there twice")
        }
      }
    }
    contents = Contents(
      tables, functions, units,
      tablesByName: try Self.places(of: tables.map(\.spellings), besides: [.entity]),
      functionsByName: try Self.places(
        of: functions.map(\.spellings), besides: [.function, .aggregate, .window]),
      unitsByName: named)
  }

  func table(_ name: String) -> HostTable? { contents.tablesByName[name].map { tables[$0] } }

  func function(_ name: String) -> HostFunction? {
    contents.functionsByName[name].map { functions[$0] }
  }

  /// The unit of a name, which may be one of the host's: for the types of columns and functions, and for
  /// making values. `nil` for what cannot be a unit's name.
  ///
  /// A value in `Unit.named("箱")` is taken as one in the host's 箱.
  public func unit(named name: String) -> Unit? { Unit.named(name, or: contents.unitsByName) }

  func isListed(unit name: String) -> Bool { Unit.isListed(name, or: contents.unitsByName) }

  private static func places(
    of spellings: [[String]], besides categories: [VocabularyEntry.Category]
  ) throws(HostError) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, names) in spellings.enumerated() {
      for name in names {
        guard Printer.isPlain(name) else {
          throw HostError(name: name, reason: "is no name of the language")
        }
        if categories.contains(where: { !Vocabulary.entries(spelled: name, in: $0).isEmpty }) {
          throw HostError(name: name, reason: "is a word of the language already")
        }
        guard places.updateValue(place, forKey: name) == nil else {
          throw HostError(name: name, reason: "is there twice")
        }
      }
    }
    return places
  }
}

/// Why something cannot be added to the language.
public struct HostError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the table, function, column or unit.
  public let name: String
  /// What is wrong with it, to be read after the name.
  public let reason: String

  /// The name and the reason.
  public var description: String { "`\(name)` \(reason)" }
}

/// What a table or function of the host's threw while a query ran.
struct HostFailure: Error {
  let name: String
  let message: String
}
