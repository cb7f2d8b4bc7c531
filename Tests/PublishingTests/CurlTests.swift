import Foundation
import Synchronization
import Testing

@testable import Publishing

@Suite("requests by curl")
struct CurlTests {
  @Test("hostile values arrive as they are, and change nothing else")
  func hostileValues() async throws {
    let room = try await Room()
    let value = "a\"b\\c\\\"d@/etc/passwd #x 'y' $HOME %2e"
    let curl = CurlTransport(environment: Room.environment)
    let body = "@/etc/passwd\n\"quoted\"\\ \u{2028}ü\r\nurl = \"http://127.0.0.1:1/\""
    _ = try await curl.send(
      HTTPRequest(.post, "\(room.address)/x?[1-3]{a,b}=\"%0A\\", headers: [.init("User-Agent", value)], body: body))
    let requests = try await room.log().requests
    #expect(requests.map(\.body) == [body])
    #expect(requests.map(\.query) == ["[1-3]{a,b}=\"%0A\\"])
    #expect(CurlConfiguration.quoted(value + "\n") == "\"a\\\"b\\\\c\\\\\\\"d@/etc/passwd #x 'y' $HOME %2e\\n\"")
  }

  @Test(
    "what could be another header or another option is not sent",
    arguments: ["a\nX-Evil: 1", "a\r\nb", "a\u{0}", "\u{7f}"])
  func lineBreaks(value: String) async throws {
    let room = try await Room()
    let curl = CurlTransport(environment: Room.environment)
    await #expect(throws: TransportError.unsendable(part: "header X-A")) {
      try await curl.send(HTTPRequest(.get, room.address, headers: [.init("X-A", value)]))
    }
    await #expect(throws: TransportError.unsendable(part: "address")) {
      try await curl.send(HTTPRequest(.get, "\(room.address)/\(value)"))
    }
    await #expect(throws: TransportError.unsendable(part: "address")) {
      try await curl.send(HTTPRequest(.get, "file:///etc/passwd"))
    }
    #expect(try await room.log().requests.isEmpty)
  }

  @Test("an address of another scheme isn't reached even by a redirect, and the user's .curlrc counts for nothing")
  func configuration() throws {
    let folder = try ExchangeFolder(parent: "/tmp")
    let secure = try CurlConfiguration(
      request: HTTPRequest(.get, "https://api.github.com/user"), folder: folder, limit: .seconds(20)
    ).text
    #expect(secure.contains("proto = \"=https\"\n") && secure.contains("no-location\n"))
    #expect(secure.contains("max-time = 20\n") && secure.contains("connect-timeout = 10\n"))
    #expect(!secure.contains("insecure"))
  }

  @Test("nothing of an exchange stays behind, and nobody else can read it meanwhile")
  func folder() throws {
    var folder: ExchangeFolder? = try ExchangeFolder(parent: "/tmp")
    let path = try #require(folder?.path)
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o700)
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("of a header dump the last answer counts")
  func headerDump() {
    let dump =
      "HTTP/1.1 200 Connection established\r\nRetry-After: 9\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/2 429\r\nretry-after: 3\r\n"
    let response = HTTPResponse(status: 429, headerDump: dump, body: Data())
    #expect(response.header("Retry-After") == "3")
    #expect(response.pace == Pace(wait: .seconds(3)))
  }

  @Test("the next page is read from the Link header")
  func links() {
    #expect(
      LinkHeader.next("<https://h/a?page=1>; rel=\"prev\", <https://h/a?page=3>; rel=\"next\"") == "https://h/a?page=3")
    #expect(LinkHeader.next("<https://h/a?page=1>; rel=\"last\"") == nil)
    #expect(LinkHeader.next(nil) == nil)
  }
}
