/// How a plan ran: for each operation the rows it left and the time it took.
package struct PlanProfile: Sendable {
  /// One operation.
  package struct Step: Sendable {
    /// The rows after it; `nil` where it was never carried out.
    package var rows: Int?
    /// Its time; `nil` where the operation after it carried it out along with itself.
    package var time: Duration?
    /// Stretches of rows it passed over without a look, and how many there were.
    package var passedOver = 0
    package var stretches = 0
    /// The queries it brought in, as they ran.
    package var inner: [PlanProfile] = []
  }

  /// The rows of the table it starts from.
  package var scanned = 0
  /// In the order of the plan's operations.
  package var steps: [Step] = []
  /// The operation that is being carried out.
  package var running = 0
  /// From the first row to the last.
  package var time: Duration = .zero
  /// How many threads could work on it.
  package var threads = 1
}
