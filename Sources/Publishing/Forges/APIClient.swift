import Foundation

/// Speaks JSON to one API; what isn't a success is a `PublishingProblem`.
struct APIClient: Sendable {
  let address: APIAddress
  let headers: [HTTPRequest.Header]
  let transport: PatientTransport
  let token: Token
  /// Whether the token may only read.
  let isFork: Bool

  func get<Answer: Decodable>(_ path: String) async throws -> Answer {
    try decode(try await send(HTTPRequest(.get, address.url(path)), path).body, path)
  }

  /// More pages than this are no list of comments.
  private static let mostPages = 100

  /// All pages. A list that can't be followed to its end is none: what stands on the rest would be posted again.
  func pages<Item: Decodable>(_ path: String) async throws -> [Item] {
    var items: [Item] = []
    var next: String? = address.url(path)
    var count = 0
    while let url = next {
      count += 1
      // With the token we follow no link to elsewhere.
      guard address.holds(url), count <= Self.mostPages else { throw notUnderstood(path) }
      let response = try await send(HTTPRequest(.get, url), path)
      items += try decode(response.body, path) as [Item]
      next = LinkHeader.next(response.header("link"))
    }
    return items
  }

  @discardableResult
  func write(
    _ method: HTTPRequest.Method, _ path: String, _ body: some Encodable, isRepeatable: Bool? = nil
  ) async throws -> HTTPResponse {
    try await send(
      HTTPRequest(method, address.url(path), body: try Self.text(body), isRepeatable: isRepeatable), path)
  }

  /// To an address of the same forge that isn't below the API's: GraphQL.
  func ask<Answer: Decodable>(_ url: String, _ body: some Encodable) async throws -> Answer {
    let response = try await send(HTTPRequest(.post, url, body: try Self.text(body), isRepeatable: true), "graphql")
    return try decode(response.body, "graphql")
  }

  func decode<Answer: Decodable>(_ body: Data, _ path: String) throws -> Answer {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do { return try decoder.decode(Answer.self, from: body) } catch {
      throw notUnderstood(path)
    }
  }

  private func notUnderstood(_ path: String) -> PublishingProblem {
    .notUnderstood(at: "\(address.text)/\(Self.short(path))")
  }

  private static func text(_ body: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(body), as: UTF8.self)
  }

  private func send(_ request: HTTPRequest, _ path: String) async throws -> HTTPResponse {
    var request = request
    request.headers = headers
    let at = "\(request.method.rawValue) \(address.text)/\(Self.short(path))"
    let response: HTTPResponse
    do { response = try await transport.send(request) } catch let error as TransportError {
      throw problem(error, at)
    }
    guard response.isSuccess else { throw problem(response, at) }
    return response
  }

  private static func short(_ path: String) -> String { String(path.prefix { $0 != "?" }) }

  private func problem(_ error: TransportError, _ at: String) -> PublishingProblem {
    switch error {
    case .noProgram: .noCurl
    case .unsendable(let part): .unsendable(part: part)
    case .notReached(let words), .impossible(let words):
      .unreachable(at: at, words: token.removed(from: words), isUncertain: false)
    case .lost(let words): .unreachable(at: at, words: token.removed(from: words), isUncertain: true)
    }
  }

  private func problem(_ response: HTTPResponse, _ at: String) -> PublishingProblem {
    let words = token.removed(from: response.message)
    if let pace = response.pace { return .tooFast(at: at, wait: pace.wait) }
    if response.isServersTrouble { return .serverFailed(at: at, status: response.status) }
    switch response.status {
    case 401: return .tokenRefused(at: at, words: words)
    case 403, 404:
      let accepted = response.header("x-accepted-github-permissions").map { String($0.onOneLine.prefix(200)) }
      return .notPermitted(at: at, status: response.status, words: words, accepted: accepted, isFork: isFork)
    case 300..<400: return .moved(at: at)
    case let status where Self.isTooLong(status, words): return .tooLong(at: at)
    case let status: return .refused(at: at, status: status, words: words)
    }
  }

  private static func isTooLong(_ status: Int, _ words: String) -> Bool {
    status == 413 || ((status == 422 || status == 400) && words.localizedCaseInsensitiveContains("too long"))
  }
}
