import Dajuan
import DajuanLedger
import DajuanReports
import Foundation
import FuzzTargets
import Synchronization
import Testing

/// Readers and writers of one ledger at the same time.
@Suite struct ReaderTests {
  /// The second writer is told at once, and not kept waiting.
  @Test func oneWriterAtATime() throws {
    let ledger = try StoredLedger()
    try ledger.ingest([("青禾县-2022", StoredLedger.report("青禾县", 2022))])
    let writer = try LedgerWriter(ledger.path, tool: ToolVersion.text, creates: false)
    do {
      try ledger.ingest([("青禾县-2023", StoredLedger.report("青禾县", 2023))])
      Issue.record("there were two writers")
    } catch let error as StoreError {
      guard case .locked = error else { throw error }
    }
    #expect(writer.manifest.reports.count == 1)
  }

  /// A program being started holds copies of all descriptors for a moment; the ledger is free without it.
  @Test func theLockGoesWithTheWriter() throws {
    let ledger = try StoredLedger()
    try ledger.ingest([("青禾县-2022", StoredLedger.report("青禾县", 2022))])
    var copies: [Int32] = []
    defer { for copy in copies { close(copy) } }
    do {
      let writer = try LedgerWriter(ledger.path, tool: ToolVersion.text, creates: false)
      #expect(writer.manifest.reports.count == 1)
      var folder = stat()
      #expect(stat(ledger.path, &folder) == 0)
      for descriptor in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        .compactMap({ Int32($0) })
      {
        var file = stat()
        guard fstat(descriptor, &file) == 0, file.st_ino == folder.st_ino,
          file.st_dev == folder.st_dev
        else { continue }
        copies.append(fcntl(descriptor, F_DUPFD_CLOEXEC, 0))
      }
    }
    #expect(!copies.isEmpty)
    try ledger.ingest([("青禾县-2023", StoredLedger.report("青禾县", 2023))])
  }

  /// A reader that opens again and again while two states take turns sees the one or the other.
  @Test func aReaderSeesOneStateOrTheOther() throws {
    let ledger = try StoredLedger()
    let growths = ["7.5%", "7.9%"]
    func put(_ growth: String) throws {
      try ledger.ingest([("青禾县-2022", StoredLedger.report("青禾县", 2022, growth: growth))])
    }
    var states: Set<String> = []
    for growth in growths {
      try put(growth)
      states.insert(try #require(try ledger.answers()))
    }
    #expect(states.count == 2)
    let isDone = Atomic(false)
    let seen = Mutex<[String]>([])
    let reader = Thread {
      while !isDone.load(ordering: .relaxed) {
        let answers = (try? ledger.answers()) ?? "it could not be opened"
        seen.withLock { $0.append(answers) }
      }
    }
    reader.start()
    for round in 0..<20 { try put(growths[round % 2]) }
    isDone.store(true, ordering: .relaxed)
    while reader.isExecuting { usleep(1000) }
    let answers = seen.withLock { $0 }
    #expect(Set(answers).isSubset(of: states), "\(Set(answers).subtracting(states).first ?? "")")
    #expect(!answers.isEmpty)
  }
}
