import FuzzTargets
import Glibc

#if FUZZING
  /// What libFuzzer calls with each input. DAJUAN_FUZZ_TARGET names the target.
  @c(LLVMFuzzerTestOneInput)
  public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do throws(Finding) {
      try chosen.check(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
      fatalError(error.description)
    }
    return 0
  }

  private let chosen: FuzzTarget = {
    guard let name = getenv("DAJUAN_FUZZ_TARGET").map({ String(cString: $0) }),
      let target = FuzzTarget(rawValue: name)
    else { fatalError("DAJUAN_FUZZ_TARGET is none of \(FuzzTarget.allCases.map(\.rawValue))") }
    return target
  }()
#else
  /// `dajuan-fuzz TARGET FILE…` looks at inputs without libFuzzer, to debug what it found.
  @main enum Runner {
    static func main() throws {
      let arguments = CommandLine.arguments.dropFirst()
      guard let target = arguments.first.flatMap(FuzzTarget.init) else {
        print(
          "usage: dajuan-fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) FILE…")
        exit(2)
      }
      for path in arguments.dropFirst() {
        let bytes = try FuzzCorpus.bytes(of: path)
        print("\(path): \(target.meaning(of: bytes) ?? "\(bytes.count) bytes")")
        try target.check(bytes)
      }
    }
  }
#endif
