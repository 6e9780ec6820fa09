/// A value for each worker or piece, which nobody else touches while the work goes on.
final class WorkerStates<State>: @unchecked Sendable {
  private let states: UnsafeMutableBufferPointer<State>

  /// Makes `count` equal values.
  init(_ count: Int, _ make: () -> State) {
    states = .allocate(capacity: count)
    for index in 0..<count { states.initializeElement(at: index, to: make()) }
  }

  deinit {
    states.deinitialize()
    states.deallocate()
  }

  /// The value of a worker or piece.
  subscript(index: Int) -> State {
    _read { yield states[index] }
    _modify { yield &states[index] }
  }

  /// All values, once the work is done.
  var all: [State] { Array(states) }
}
