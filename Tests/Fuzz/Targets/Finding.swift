/// Something that must never be, seen with some input.
package struct Finding: Error, CustomStringConvertible {
  /// What was seen.
  package let description: String

  init(_ description: String) { self.description = description }
}

/// Ends a check with a finding where something does not hold.
func require(_ holds: Bool, _ what: @autoclosure () -> String) throws(Finding) {
  if !holds { throw Finding(what()) }
}
