import Analysis
import Testing

@testable import Shell

@Suite struct XMLScannerTests {
  private func walk(_ xml: String, depthLimit: Int = 200) throws -> [String] {
    var scanner = try XMLScanner(Array(xml.utf8), part: "uji.xml", depthLimit: depthLimit)
    var events: [String] = []
    while true {
      switch try scanner.next() {
      case .finished: return events
      case .start:
        let attributes = scanner.allAttributes.map { " \($0.name)=\($0.value)" }.joined()
        events.append("<\(scanner.name)\(attributes)")
      case .end: events.append(">\(scanner.name)")
      case .text(let text): events.append(text)
      }
    }
  }

  @Test(arguments: [
    ("<?xml version='1.0'?><x:a b = '1' r:id=\"é&#x2014;&lt;\"/>", ["<a b=1 r:id=é—<", ">a"]),
    ("<a>x&amp;y<![CDATA[<&>]]><!-- <b> -->z</a>", ["<a", "x&y", "<&>", "z", ">a"]),
    ("\u{FEFF}<a>1\r\n2\r3&#65;</a>\n", ["<a", "1\n2\n3A", ">a"]),
    ("<a><b></b  ><c/></a>", ["<a", "<b", ">b", "<c", ">c", ">a"]),
  ])
  func reads(_ xml: String, _ events: [String]) throws {
    #expect(try walk(xml) == events)
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<a>&x;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>& b</a>",
    "<a></b>", "<a>", "<a", "<a b>", "<a b=1/>", "<a b='<'/>", "<a b='1'c='2'/>", "</a>", "teks", "<a/>teks",
    "<a><![CDATA[x</a>", "<a><!-- x</a>", "<1a/>", "< a/>", "<a b='&lol;'/>",
  ])
  func refuses(_ xml: String) {
    #expect(throws: Problem.self) { try walk(xml) }
  }

  @Test func refusesDeepNestingAndOtherEncodings() {
    let deep = String(repeating: "<a>", count: 50) + String(repeating: "</a>", count: 50)
    #expect(throws: Never.self) { try walk(deep, depthLimit: 50) }
    #expect(throws: Problem.self) { try walk(deep, depthLimit: 49) }
    #expect(throws: Problem.self) { try XMLScanner([0x3C, 0x61, 0xFF], part: "uji.xml") }
  }

  @Test func namesTheLine() throws {
    let problem = #expect(throws: Problem.self) { try walk("<a>\n<b>\n</c></a>") }
    #expect(problem?.message.contains("baris 3") == true)
  }

  @Test func findsAttributesWithOrWithoutPrefix() throws {
    var scanner = try XMLScanner(Array("<s xmlns:r='u' sheetId='1' r:id='rId7'/>".utf8), part: "uji.xml")
    #expect(try scanner.next() == .start)
    #expect(scanner.attribute("id") == "rId7")
    #expect(scanner.attribute("r:id") == "rId7")
    #expect(scanner.attribute("r") == nil)
  }
}
