import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct RailroadTests {
  private func page() throws -> String {
    Railroad(try EBNF(GrammarFiles.read("dajuan.ebnf"))).page
  }

  @Test func pageIsTheGrammars() throws {
    let page = try page()
    try GrammarFiles.recordIfAsked("railroad.html", page)
    #expect(try GrammarFiles.read("railroad.html") == page, "DAJUAN_RECORD=1 writes it anew")
  }

  @Test("Every rule has a diagram, every link a place to go, and nothing runs or is fetched")
  func linksLead() throws {
    let grammar = try EBNF(GrammarFiles.read("dajuan.ebnf"))
    let page = try GrammarFiles.read("railroad.html")
    let places = Set(page.matches(of: /<section id="([^"]+)">/).map { String($0.1) })
    let links = Set(page.matches(of: /href="#([^"]+)"/).map { String($0.1) })
    #expect(places == Set(grammar.names.map(Railroad.anchor)))
    #expect(links == places)
    #expect((page.components(separatedBy: "<svg ").count - 1) == grammar.names.count)
    #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("http"))
  }

  @Test("The drawings are well-formed and show every terminal, words in both languages")
  func drawingsAreWhole() throws {
    let grammar = try EBNF(GrammarFiles.read("dajuan.ebnf"))
    let page = try GrammarFiles.read("railroad.html")
    for section in page.components(separatedBy: "<section id=").dropFirst() {
      let drawing = try #require(section.firstMatch(of: /<svg .*<\/svg>/)?.output)
      let reader = Shown()
      let parser = XMLParser(data: Data(drawing.utf8))
      parser.delegate = reader
      #expect(parser.parse())
      let name = try #require(section.firstMatch(of: /<h2>(.*)<\/h2>/)?.output.1)
      let definition = try #require(grammar.rules[String(name)]?.definition)
      let wanted = EBNF.terminals(definition).filter { $0 != " " }.map(Railroad.bothLanguages)
      #expect(Set(wanted).isSubset(of: reader.texts), "\(name)")
    }
  }

  private final class Shown: NSObject, XMLParserDelegate {
    var texts: Set<String> = []
    private var text = ""

    func parser(
      _ parser: XMLParser,
      didStartElement elementName: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      text += string
    }

    func parser(
      _ parser: XMLParser,
      didEndElement elementName: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      if elementName == "text" { texts.insert(text) }
    }
  }
}
