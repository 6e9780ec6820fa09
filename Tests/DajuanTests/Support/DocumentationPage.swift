import DajuanSyntax
import Testing

@testable import Dajuan

/// A page of the documentation in Markdown: its lines, and the sessions between them.
struct DocumentationPage: CustomTestStringConvertible {
  /// A query after a prompt, and what is printed after it.
  struct Exchange {
    var query: String
    var answer: String

    /// Whether the answer is a mistake that is shown, not something the query is good for.
    var isMistake: Bool {
      answer.split(separator: "\n").contains { $0.hasPrefix("error[") || $0.hasPrefix("错误[") }
    }

    /// The query behind its prompts, then the answer.
    var text: String {
      "dajuan> " + query.split(separator: "\n").joined(separator: "\n   ...> ") + "\n" + answer
    }
  }

  enum Piece {
    case line(String)
    /// A fenced block marked `dajuan`, without its fences.
    case session([Exchange])
  }

  /// A heading, and all that stands under it up to the next of its level or a higher one.
  struct Section {
    let title: String
    let pieces: ArraySlice<Piece>
  }

  let path: String
  var testDescription: String { path }
  var pieces: [Piece] = []

  init?(_ path: String) {
    guard let text = RepositoryFiles.text(path) else { return nil }
    self.init(path: path, text: text)
  }

  init(path: String, text: String) {
    self.path = path
    var session: [String]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if session == nil, line == "```dajuan" {
        session = []
      } else if line == "```", let lines = session {
        pieces.append(.session(Self.exchanges(in: lines)))
        session = nil
      } else if session != nil {
        session?.append(line)
      } else {
        pieces.append(.line(line))
      }
    }
  }

  /// The pages of the catalog, in order.
  static let catalog: [DocumentationPage] = {
    let folder = "Sources/Dajuan/Dajuan.docc"
    return RepositoryFiles.names(in: folder).filter { $0.hasSuffix(".md") }
      .compactMap { DocumentationPage(folder + "/" + $0) }
  }()

  /// The page again as text.
  var text: String {
    pieces.map { piece in
      switch piece {
      case .line(let line): line
      case .session(let exchanges): "```dajuan\n" + exchanges.map(\.text).joined() + "```"
      }
    }
    .joined(separator: "\n")
  }

  /// Every heading with what is under it.
  var sections: [Section] {
    let headings = pieces.indices.compactMap { index in
      Self.heading(pieces[index]).map { (index: index, level: $0.level, title: $0.title) }
    }
    return headings.enumerated().map { place, heading in
      let next = headings[(place + 1)...].first { $0.level <= heading.level }
      let end = next?.index ?? pieces.endIndex
      return Section(title: heading.title, pieces: pieces[(heading.index + 1)..<end])
    }
  }

  private static func heading(_ piece: Piece) -> (level: Int, title: String)? {
    guard case .line(let line) = piece else { return nil }
    let level = line.prefix { $0 == "#" }.count
    guard level > 0, line.dropFirst(level).first == " " else { return nil }
    return (level, String(line.dropFirst(level + 1)))
  }

  private static func exchanges(in lines: [String]) -> [Exchange] {
    var result: [Exchange] = []
    for line in lines {
      if line.hasPrefix("dajuan> ") {
        result.append(Exchange(query: String(line.dropFirst(8)), answer: ""))
      } else if line.hasPrefix("   ...> "), let last = result.indices.last {
        result[last].query += "\n" + line.dropFirst(8)
      } else if let last = result.indices.last {
        result[last].answer += line + "\n"
      }
    }
    return result
  }
}

extension Sequence<DocumentationPage.Piece> {
  /// The lines outside sessions.
  var lines: [String] {
    compactMap { piece -> String? in if case .line(let line) = piece { line } else { nil } }
  }

  /// The queries of the sessions with their answers.
  var exchanges: [DocumentationPage.Exchange] {
    flatMap { piece -> [DocumentationPage.Exchange] in
      if case .session(let exchanges) = piece { exchanges } else { [] }
    }
  }
}
