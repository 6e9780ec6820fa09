extension Expression {
  /// The expressions directly within this one, in the order of the text.
  package var children: [Expression] {
    switch kind {
    case .number, .string, .period, .truth, .missingValue, .name, .reference, .missing: []
    case .unary(let unary): [unary.operand]
    case .binary(let binary): [binary.left, binary.right]
    case .test(let test): [test.operand]
    case .call(let call): call.arguments
    case .range(let lower, let upper): [lower, upper]
    case .list(let elements): elements
    case .conversion(let operand, _): [operand]
    case .parenthesised(let inner): [inner]
    }
  }
}
