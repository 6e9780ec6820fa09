import DajuanLedger
import DajuanSyntax

// What completion asks of the checker: what is known at the place where the cursor stands.

/// A name in the text that stands for the cursor, and what the checker found when it came to it.
struct CursorProbe {
  /// Where the name begins, in bytes of the source.
  let offset: Int
  /// What was last found out about an expression that the cursor is in.
  private var expected: (Expectation, span: Span)?
  /// What the checker found; `nil` where it did not come to the name.
  private(set) var place: CursorPlace?

  /// What is known of an operand before it is looked at.
  enum Expectation {
    /// What it is held against, added to or divided by.
    case beside(Formula)
    /// It must be known before anything runs.
    case constant
    /// It must be true or false.
    case condition
  }

  init(offset: Int) { self.offset = offset }

  func isAt(_ name: Name) -> Bool { name.span.start == offset }

  mutating func expect(_ expectation: Expectation, at span: Span) {
    if span.start <= offset, offset < max(span.end, span.start + 1) {
      expected = (expectation, span)
    }
  }

  var expectation: Expectation? {
    expected.flatMap { $0.span.start <= offset && offset < $0.span.end ? $0.0 : nil }
  }

  mutating func found(_ place: CursorPlace) {
    // A function looks at an argument once for each use of it; the first tells most.
    if self.place == nil { self.place = place }
  }
}

/// What may stand where the cursor is.
struct CursorPlace {
  let kind: Kind
  /// The names that a script has made up to here.
  let environment: Environment

  enum Kind {
    /// A table or a query that `let` named.
    case table
    /// The name of a column of `relation`; those of `first` most likely.
    case column(Relation, first: [RelationColumn])
    case operand(Operand)
    /// A unit that an operand of this type can be converted to.
    case unit(ColumnType?)
  }

  /// Whether a name may stand there.
  var isName: Bool {
    if case .unit = kind { false } else { true }
  }

  /// A value in an expression.
  struct Operand {
    /// The columns in scope.
    var relation: Relation
    /// The type that is wanted; `nil` where any will do or nothing is known.
    var type: ColumnType?
    /// The column whose values may stand here, as it is compared with one.
    var column: RelationColumn?
    /// Whether it must be known before anything runs.
    var isConstant = false
    /// Whether a condition must stand there.
    var isCondition = false
    /// Whether aggregates may be called.
    var takesAggregates = false
    /// Whether window functions may be called.
    var takesWindows = false
  }
}

extension Checker {
  /// What is known at a name that stands for the cursor. Cost: that of checking the script.
  ///
  /// - Parameters:
  ///   - offset: Where the name begins.
  ///   - script: The script up to the cursor, with the name at its end.
  ///   - source: Its text.
  ///   - environment: What is named already.
  /// - Returns: The place; `nil` where the name is at none that the checker comes to.
  static func place(
    at offset: Int, in script: Script, of source: Source, _ environment: Environment
  ) -> CursorPlace? {
    var checker = Checker(source: source, environment: environment)
    checker.isDry = true
    checker.cursor = CursorProbe(offset: offset)
    _ = checker.check(script)
    return checker.cursor?.place
  }

  /// Notes that the operand at `span` is held against a value.
  mutating func expectOperand(at span: Span, beside formula: Formula) {
    cursor?.expect(.beside(formula), at: span)
  }

  mutating func expectConstant(at span: Span) { cursor?.expect(.constant, at: span) }

  mutating func expectCondition(at span: Span) { cursor?.expect(.condition, at: span) }

  mutating func noteTable(_ name: Name) {
    guard let cursor, cursor.isAt(name) else { return }
    self.cursor?.found(CursorPlace(kind: .table, environment: environment))
  }

  mutating func noteColumn(
    _ name: Name, of relation: Relation, first: [RelationColumn] = []
  ) {
    guard let cursor, cursor.isAt(name) else { return }
    self.cursor?.found(
      CursorPlace(kind: .column(relation, first: first), environment: environment))
  }

  mutating func noteUnit(_ name: UnitName, of operand: Formula) {
    guard let cursor, name.isMissing, name.span.start <= cursor.offset else { return }
    self.cursor?.found(CursorPlace(kind: .unit(operand.type), environment: environment))
  }

  mutating func noteOperand(_ name: Name, expecting type: ColumnType?) {
    guard let cursor, cursor.isAt(name) else { return }
    var operand = CursorPlace.Operand(relation: relation, type: type)
    switch cursor.expectation {
    case .beside(let formula):
      operand.type = type ?? formula.type
      if case .column(let index) = formula.kind, relation.columns.indices.contains(index) {
        operand.column = relation.columns[index]
      }
    case .constant: operand.isConstant = true
    case .condition: operand.isCondition = true
    case nil: break
    }
    operand.takesAggregates = aggregates.map { !$0.isInside } ?? false
    operand.takesWindows = windows.map { !$0.isInside } ?? false
    self.cursor?.found(CursorPlace(kind: .operand(operand), environment: environment))
  }

  /// Looks for the cursor in a call that has too few arguments as yet, and is not looked at otherwise.
  mutating func seekCursor(in call: Call) {
    guard let cursor, cursor.place == nil else { return }
    let outer = (relation, aggregates?.isInside, windows?.isInside)
    let isAggregate = Vocabulary.entry(spelled: call.function.text, in: .aggregate) != nil
    let isWindow = Vocabulary.entry(spelled: call.function.text, in: .window) != nil
    if isAggregate, let rows = aggregates?.rows {
      relation = rows
      aggregates?.isInside = true
    }
    if isWindow { windows?.isInside = true }
    for argument in call.arguments { _ = check(argument) }
    relation = outer.0
    if let isInside = outer.1 { aggregates?.isInside = isInside }
    if let isInside = outer.2 { windows?.isInside = isInside }
  }
}
