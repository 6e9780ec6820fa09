import DajuanLedger
import DajuanReports
import Foundation
import FuzzTargets
import Synchronization
import Testing

/// Whatever step of a write fails, and wherever the process ends, a ledger is as it was or as it was to
/// be.
@Suite struct FaultTests {
  /// A write to a ledger.
  enum Write: CaseIterable {
    case first, another, replacing, correction, none

    func callAsFunction(_ ledger: StoredLedger) throws {
      switch self {
      case .first:
        try ledger.ingest([
          ("青禾县-2022", StoredLedger.report("青禾县", 2022)),
          ("青禾县-2023", StoredLedger.report("青禾县", 2023, growth: "8.1%")),
        ])
      case .another: try ledger.ingest([("白杨县-2022", StoredLedger.report("白杨县", 2022))])
      case .replacing:
        try ledger.ingest([("青禾县-2022", StoredLedger.report("青禾县", 2022, growth: "7.9%"))])
      case .correction: try ledger.correct("青禾县-2023", "37公里", period: "2025")
      case .none: break
      }
    }
  }

  /// The ledger before a write, and what it answers before and after.
  struct Case {
    let write: Write
    let before: StoredLedger
    let old: String?
    let new: String?
    /// The steps that the write takes.
    let steps: [FileSystem.Step]

    init(_ write: Write) throws {
      self.write = write
      before = try StoredLedger()
      if write != .first { try Write.first(before) }
      old = try before.answers()
      let after = try before.copy()
      let plan = FaultPlan { _, _ in .goesOn }
      try plan.watch { try write(after) }
      steps = plan.steps
      new = try after.answers()
    }

    /// Does the write on a copy with faults; the copy, and whether the write says it has failed.
    func run(_ verdict: @escaping FaultPlan.Judge) throws -> (StoredLedger, failed: Bool) {
      let copy = try before.copy()
      do {
        try FaultPlan(verdict).watch { try write(copy) }
        return (copy, false)
      } catch is StoreError {
        return (copy, true)
      }
    }
  }

  private static let writes: [Write] = [.first, .another, .replacing, .correction]

  /// There are 200 points and more at which a write is broken off below.
  @Test func manySteps() throws {
    let steps = try Self.writes.map { try Case($0).steps }
    #expect(steps.reduce(0) { $0 + $1.count } >= 200)
    let kinds = Set(steps.joined())
    for step: FileSystem.Step in [
      .open, .create, .write, .permit, .flush, .rename, .unlink, .makeFolder,
    ] {
      #expect(kinds.contains(step), "\(step)")
    }
  }

  /// Killed at a step, with some of what was to be written then, and nothing done after it.
  @Test(arguments: writes)
  func killedAtEveryStep(_ write: Write) throws {
    let write = try Case(write)
    for last in write.steps.indices {
      let (ledger, failed) = try write.run { step, _ in
        step < last ? .goesOn : step == last ? .breaksOff(after: 700, EIO) : .fails(EIO)
      }
      let answers = try ledger.answers()
      let isNew = answers == write.new
      #expect(isNew || answers == write.old, "killed at step \(last), a \(write.steps[last])")
      #expect(failed || isNew, "what has not failed is done: step \(last)")
      // The next one finds nothing in its way, and takes away what is left of tables.
      if answers != nil { try ledger.ingest([]) }
      #expect(try ledger.answers() == answers)
      if last % 8 == 0, !isNew {
        try write.write(ledger)
        #expect(try ledger.answers() == write.new)
      }
      guard answers != nil else { continue }
      let folder = try LedgerFolder(ledger.path)
      #expect(folder.tablesAge() == nil, "step \(last)")
      let strangers = folder.strangers().filter { !$0.contains("/reports/") }
      #expect(strangers.isEmpty, "step \(last)")
    }
  }

  /// One step fails, and the process lives to clean up.
  @Test(arguments: writes)
  func everyStepFailsOnce(_ write: Write) throws {
    let write = try Case(write)
    for place in write.steps.indices {
      let code = write.steps[place] == .write ? ENOSPC : EIO
      let (ledger, failed) = try write.run { step, _ in
        step == place ? .breaksOff(after: 700, code) : .goesOn
      }
      let answers = try ledger.answers()
      #expect(
        answers == write.new || failed && answers == write.old,
        "step \(place), a \(write.steps[place])")
      // After the stroke that counts, what is left over is left to the next writer.
      if answers != nil, answers == write.old, write.steps[place] != .unlink {
        #expect(try LedgerFolder(ledger.path).strangers().isEmpty, "step \(place)")
      }
    }
  }

  /// From a write on the disk is full.
  @Test(arguments: writes)
  func aFullDisk(_ write: Write) throws {
    let write = try Case(write)
    for place in write.steps.indices where write.steps[place] == .write {
      let (ledger, failed) = try write.run { step, kind in
        step < place || kind != .write ? .goesOn : .breaksOff(after: 10, ENOSPC)
      }
      #expect(failed)
      let answers = try ledger.answers()
      #expect(answers == write.old || answers == write.new, "step \(place)")
    }
  }

  /// What takes a name has been flushed before, and the folders before the manifest names what is in
  /// them: so a cut of the power finds the old state or the new one, too.
  @Test(arguments: writes)
  func whatIsNamedIsOnTheDisk(_ write: Write) throws {
    let before = try Case(write).before
    let log = Mutex<[(FileSystem.Step, String)]>([])
    try FileSystem.$oversight.withValue({ step, path in
      log.withLock { $0.append((step, path)) }
      return .goesOn
    }) { try write(before) }
    var isFlushed = true
    var unflushed: Set<String> = []
    for (step, path) in log.withLock({ $0 }) {
      let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
      switch step {
      case .create, .write: isFlushed = false
      case .flush:
        isFlushed = true
        unflushed.remove(path)
      case .rename:
        #expect(isFlushed, "\(path) was not flushed")
        if path.hasSuffix("/ledger.json") { #expect(unflushed.isEmpty, "\(unflushed)") }
        unflushed.insert(folder)
      default: break
      }
    }
    #expect(unflushed.isEmpty)
  }
}

/// Decides step by step what becomes of a write.
final class FaultPlan: Sendable {
  typealias Judge = @Sendable (_ step: Int, _ kind: FileSystem.Step) -> FileSystem.Verdict

  private let taken = Mutex<[FileSystem.Step]>([])
  private let judge: Judge

  init(_ judge: @escaping Judge) { self.judge = judge }

  /// The steps that were asked about.
  var steps: [FileSystem.Step] { taken.withLock { $0 } }

  func watch<Result>(_ body: () throws -> Result) throws -> Result {
    try FileSystem.$oversight.withValue({ kind, _ in
      let step = self.taken.withLock { steps in
        steps.append(kind)
        return steps.count - 1
      }
      return self.judge(step, kind)
    }) { try body() }
  }
}
