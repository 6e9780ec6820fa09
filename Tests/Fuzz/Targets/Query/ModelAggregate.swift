/// A column of `summarize`.
struct ModelAggregate {
  enum Function: String, CaseIterable {
    case count, sum, min, max, median, avg, first, last, any
    case countDistinct = "count_distinct"
  }

  let name: String
  let function: Function
  /// Nothing for a count of rows.
  let column: String?

  var text: String { "\(name) = \(function.rawValue)(\(column ?? ""))" }

  /// What it comes to, of the rows of a group.
  func value(of rows: [ModelRow]) -> ModelValue {
    guard let column else { return .quantity(ModelQuantity(count: rows.count)) }
    let values = rows.map { $0[column] ?? .missing }.filter { !$0.isMissing }
    let quantities = values.compactMap(\.quantity)
    switch function {
    case .count: return .quantity(ModelQuantity(count: values.count))
    case .countDistinct: return .quantity(ModelQuantity(count: Set(values.map(\.key)).count))
    case .first: return values.first ?? .missing
    case .last: return values.last ?? .missing
    case .any: return .truth(values.reduce(.no) { $1.truth.map($0.or) ?? $0 })
    case .min where quantities.isEmpty: return values.min { $0.comes(before: $1) } ?? .missing
    case .max where quantities.isEmpty: return values.min { $1.comes(before: $0) } ?? .missing
    default: return quantities.isEmpty ? .missing : value(of: quantities)
    }
  }

  private func value(of quantities: [ModelQuantity]) -> ModelValue {
    let sum = quantities.dropFirst().reduce(quantities[0]) { $0.adding($1) }
    switch function {
    case .min: return .quantity(.least(of: quantities))
    case .max: return .quantity(.greatest(of: quantities))
    case .median: return .quantity(.median(of: quantities))
    case .avg:
      let ends = ModelRange(sum), count = Double(quantities.count)
      return .approximate(
        ModelRange(ends.low / count, ends.high / count).inUnit(sum.unit), sum.unit)
    default: return .quantity(sum)
    }
  }
}
