import Foundation

/// Where the figures come from.
enum Machine {
  /// The processor, its cores, the memory and the system.
  static var description: String {
    let process = ProcessInfo.processInfo
    let memory = (Double(process.physicalMemory) / 1_073_741_824).rounded()
    return """
      \(processor), \(process.activeProcessorCount) cores, \(Int(memory)) GB, \
      \(process.operatingSystemVersionString)
      """
  }

  /// Why the figures are worth little, if they are.
  static var warning: String? {
    #if DEBUG
      "This is a debug build: the figures mean nothing."
    #else
      nil
    #endif
  }

  private static var processor: String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = lines.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = model?.split(separator: ":").last.map(String.init) ?? "unknown processor"
    return name.trimmingCharacters(in: .whitespaces)
  }
}
