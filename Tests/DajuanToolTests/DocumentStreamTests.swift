import FoundationEssentials
import Glibc
import Testing

/// `extract --jsonl`: documents in, facts out.
@Suite struct DocumentStreamTests {
  private struct Document: Encodable {
    let id: Int
    let text: String
    var place: String?
    var year: Int?
  }

  private static func line(_ document: Document) throws -> String {
    String(decoding: try JSONEncoder().encode(document), as: UTF8.self) + "\n"
  }

  /// Documents that differ, a few of them long.
  private static func documents(_ count: Int) throws -> [String] {
    try (0..<count).map { index in
      let text = Reports.text("青禾县", 2000 + index % 30, growth: "\(index).5%")
      let padding = String(repeating: "继续做好各项工作。\n", count: index % 7 == 0 ? 2000 : 1)
      return try line(Document(id: index, text: text + padding))
    }
  }

  private func extract(_ input: String, _ arguments: String...) throws -> Filter {
    try Filter(
      ["extract", "--jsonl"] + arguments, input: Array(input.utf8), in: Sandbox())
  }

  @Test func everyFactHasItsDocumentsId() throws {
    let run = try extract(
      #"{"id": "青禾", "text": "一、工作回顾\n新修水渠37公里。", "year": 2022, "place": "青禾县"}"# + "\n"
        + #"{"text": "一、工作回顾\n新修水渠39公里。", "id": 7, "year": "2021"}"# + "\n\n"
        + #"{"text": "新修水渠40公里。"}"#)
    #expect(run.ending == .exit(0))
    #expect(run.lines.count == 3)
    #expect(run.lines[0].hasPrefix(#"{"id":"青禾","surface":"37公里","start":11,"#))
    #expect(run.lines[0].contains(#""period":"2021""#))
    #expect(run.lines[1].hasPrefix(#"{"id":7,"surface":"39公里""#))
    #expect(run.lines[1].contains(#""period":"2020""#))
    #expect(run.lines[2].hasPrefix(#"{"id":null,"surface":"40公里""#))
  }

  @Test func aMarkBeforeTheFirstLineIsPassedOver() throws {
    let line = #"{"text": "新修水渠37公里。", "id": 1}"# + "\n"
    let plain = try extract(line)
    #expect(plain.lines.count == 1)
    #expect(try extract("\u{FEFF}" + line).output == plain.output)
    let later = try extract(line + "\u{FEFF}" + line)
    #expect(later.ending == .exit(3), "a mark within the stream is no JSON")
  }

  @Test func aBadLineIsToldAndTheRestGoesOn() throws {
    let good = #"{"text": "新修水渠37公里。", "id": 1}"#
    let run = try extract(
      [
        good, "{", "[1]", #"{"id": 3}"#, #"{"text": 5}"#, #"{"text": "", "id": 1}"#,
        #"{"text": "水渠", "year": 0}"#, "{\"text\": \"\u{1}\"}", good,
      ].joined(separator: "\n"))
    #expect(run.ending == .exit(3))
    #expect(run.lines.count == 2)
    #expect(run.errorLines.count == 7)
    #expect(run.errorLines[0].hasPrefix("dajuan: <stdin>:2: not JSON: a name should stand here"))
    #expect(run.errorLines[1] == "dajuan: <stdin>:3: not an object")
    #expect(run.errorLines[2].hasPrefix("dajuan: <stdin>:4: no `text`"))
    #expect(run.errorLines[4] == "dajuan: <stdin>:6: there is no text in it")
    #expect(run.errorLines[5] == "dajuan: <stdin>:7: `year` is no year from 1 to 9999")
    #expect(run.errorLines[6].hasPrefix("dajuan: <stdin>:8: not JSON: a control character"))
  }

  @Test func inPiecesAndAtOnceTheSame() throws {
    let documents = try Self.documents(60)
    let whole = try extract(documents.joined(), "-j1")
    #expect(whole.ending == .exit(0))
    #expect(whole.lines.count == 60 * Reports.facts)
    #expect(try extract(documents.joined(), "--jobs", "5").output == whole.output)
    // As GNU parallel and Spark's pipe hand it out.
    for size in [1, 7, 23] {
      var pieces = ""
      for start in stride(from: 0, to: documents.count, by: size) where size > 1 || start < 5 {
        pieces += try extract(documents[start..<min(start + size, 60)].joined()).output
      }
      #expect(size > 1 ? pieces == whole.output : whole.output.hasPrefix(pieces))
    }
  }

  @Test func filesInTheirOrder() throws {
    let sandbox = try Sandbox()
    let files = try (0..<12).map {
      try sandbox.write(Reports.text("青禾县", 2001 + $0, growth: "\($0).25%"), to: "\($0).md")
    }
    let one = try Filter(["extract", "-j1"] + files, in: sandbox)
    #expect(one.ending == .exit(0))
    #expect(one.lines.count == 12 * Reports.facts)
    #expect(try Filter(["extract", "-j4"] + files, in: sandbox).output == one.output)
    let missing = sandbox / "missing"
    let with = try Filter(["extract", "-j4"] + files[..<6] + [missing] + files[6...], in: sandbox)
    #expect(with.ending == .exit(3))
    #expect(with.output == one.output)
    #expect(with.errors == "dajuan: \(missing): No such file or directory\n")
  }

  @Test func anAnswerBeforeTheNextDocument() throws {
    let sandbox = try Sandbox()
    let (input, output, errors) = (try Pipe(), try Pipe(), try Pipe())
    let child = try Child(
      Tool.path.get(), ["extract", "--jsonl"], environment: sandbox.environment,
      streams: (
        .descriptor(input.readEnd), .descriptor(output.writeEnd), .descriptor(errors.writeEnd)
      ), inOwnSession: false)
    input.closeReadEnd()
    output.closeWriteEnd()
    errors.closeWriteEnd()
    for number in 1...3 {
      let line = try Self.line(Document(id: number, text: "新修水渠\(number)公里。"))
      let count = Array(line.utf8).withUnsafeBytes { input.write($0) }
      #expect(count == line.utf8.count)
      var answer: [UInt8] = []
      while !answer.contains(UInt8(ascii: "\n")), output.read(into: &answer) {}
      #expect(String(decoding: answer, as: UTF8.self).hasPrefix("{\"id\":\(number),"))
    }
    input.closeWriteEnd()
    #expect(try child.wait() == .exit(0))
  }
}
