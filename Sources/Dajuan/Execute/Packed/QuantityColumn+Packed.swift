import DajuanLedger

extension QuantityColumn {
  /// A column of packed chunks, one after another.
  init(_ chunks: [PackedChunk], units: [Unit]) {
    let count = chunks.reduce(0) { $0 + $1.count }
    var codes: [Int32] = []
    var lower: [Int64] = []
    var upper: [Int64] = []
    var marks: [UInt8] = []
    var apart: [Int32: Quantity] = [:]
    codes.reserveCapacity(count)
    lower.reserveCapacity(count)
    let isExact = chunks.allSatisfy { chunk in chunk.marks.allSatisfy { $0 == 0 } }
    if !isExact {
      upper.reserveCapacity(count)
      marks.reserveCapacity(count)
    }
    for chunk in chunks {
      for (row, quantity) in chunk.apart { apart[Int32(codes.count) + row] = quantity }
      codes.append(contentsOf: chunk.units)
      lower.append(contentsOf: chunk.lower)
      if !isExact {
        upper.append(contentsOf: chunk.upper)
        marks.append(contentsOf: chunk.marks)
      }
    }
    self.init(
      units: units, unitCodes: Codes(codes), lower: Buffer(lower), upper: Buffer(upper),
      marks: Buffer(marks), apart: apart)
  }
}
