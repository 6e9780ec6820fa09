/// Does the numbered pieces of a task, perhaps several at a time, and returns when all are done.
public typealias PieceWork = (_ pieces: Int, _ body: @Sendable (Int) -> Void) -> Void

extension Buffer {
  /// How many places one piece of a gathering has.
  private static var pieceSize: Int { 1 << 16 }

  /// The elements at the given places, in the given order.
  ///
  /// - Parameters:
  ///   - places: Where they are; below zero stands for `missing`.
  ///   - missing: What stands where there is no place.
  ///   - work: Who does the pieces; `nil` for the caller alone.
  /// - Returns: As many elements as there are places.
  public func gathered(
    _ places: [Int32], missing: Element, _ work: PieceWork? = nil
  ) -> Buffer {
    Buffer(
      [Element](unsafeUninitializedCapacity: places.count) { target, count in
        // Each piece writes its own places.
        nonisolated(unsafe) let target = target
        let size = Self.pieceSize
        let body = { @Sendable (piece: Int) in
          let end = Swift.min((piece + 1) * size, places.count)
          self.withSpan { span in
            for index in piece * size..<end {
              let place = Int(places[index])
              target.initializeElement(at: index, to: place < 0 ? missing : span[place])
            }
          }
        }
        let pieces = (places.count + size - 1) / size
        if let work, pieces > 1 { work(pieces, body) } else { (0..<pieces).forEach(body) }
        count = places.count
      })
  }
}
