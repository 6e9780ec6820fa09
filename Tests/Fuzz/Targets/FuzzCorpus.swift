import DajuanLedger

/// The inputs that are kept: seeds, what reached new code, and what once went wrong.
package enum FuzzCorpus {
  /// The paths of a target's inputs below the folder of all, by name.
  package static func paths(of target: FuzzTarget, in folder: String) throws -> [String] {
    let folder = "\(folder)/\(target.rawValue)"
    return try FileReading.names(in: folder).sorted().map { "\(folder)/\($0)" }
  }

  /// An input.
  package static func bytes(of path: String) throws -> [UInt8] {
    try FileReading.bytes(of: path, limit: 1 << 20)
  }
}
