import DajuanLedger

/// A value as groups, `distinct` and distinct counts tell values apart: by what is known, whatever
/// words or scale the report used.
enum KeyPart: Hashable {
  case missing
  case text(String)
  case quantity(Interval, Dimension)
  case period(Period)
  case truth(Truth)
  case source([Int])

  init(_ value: Value) {
    switch value {
    case .missing: self = .missing
    case .text(let text): self = .text(text)
    case .quantity(let quantity):
      self = .quantity(quantity.baseInterval, quantity.unit.dimension)
    case .period(let period): self = .period(period)
    case .truth(let truth): self = .truth(truth)
    case .source(let sources): self = .source(sources)
    }
  }
}

/// Numbers its keys in the order in which they first come.
struct KeyNumbering {
  private var numbers: [[KeyPart]: Int] = [:]
  /// For each number the row its key first came with.
  private(set) var firstRows: [Int] = []

  /// The number of a row's key.
  mutating func number(of values: [Value], row: Int) -> Int {
    let key = values.map(KeyPart.init)
    if let number = numbers[key] { return number }
    let number = firstRows.count
    numbers[key] = number
    firstRows.append(row)
    return number
  }
}
