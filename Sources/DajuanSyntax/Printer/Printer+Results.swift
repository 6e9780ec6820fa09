// Windows, checks and charts.
extension Printer {
  mutating func write(_ derivation: Derivation) {
    list(derivation.columns) { $0.write($1) }
    guard let window = derivation.window else { return }
    if !window.groups.isEmpty { by { $0.list(window.groups) { $0.write($1, .conversion) } } }
    guard !window.order.isEmpty else { return }
    write(" ")
    write(.sort)
    write(" ")
    list(window.order) { $0.write($1) }
  }

  mutating func write(_ assertion: Assertion) {
    write(assertion.condition, .conversion)
    if let message = assertion.message { write(", " + Self.quoted(message)) }
  }

  mutating func write(_ chart: Chart) {
    write(chart.form.keyword)
    write(" ")
    list(chart.columns) { $0.write($1) }
    if !chart.groups.isEmpty { by { $0.list(chart.groups) { $0.write($1) } } }
  }
}
