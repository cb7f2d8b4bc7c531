import Foundation
import Publishing
import SchemagateModel
import Synchronization
import Testing

@Suite("what can't be posted")
struct FailureTests {
  private static let comment = "POST .*comments"

  /// What became of one comment where the server answers as scripted.
  private func outcome(
    _ steps: [Room.Step], event: String = Events.pullRequest, slept: Slept = Slept(), lost: Int = 0
  ) async throws -> (outcomes: [PublishingOutcome], warning: ErrorReport?, log: Room.Log) {
    let room = try await Room(.init(script: steps, loseAnswer: lost))
    let place = try room.gitHub(event: event)
    let outcomes = try await room.publish(
      [.shop()], to: place, patience: .withoutWaiting(slept), wanted: .init(statuses: false))
    var warning: ErrorReport?
    if case .notPosted(let problem) = outcomes.first { warning = problem.warning(for: place) }
    return (outcomes, warning, try await room.log())
  }

  @Test("a missing permission is answered with the lines to add")
  func missingPermission() async throws {
    let result = try await outcome([
      .init(
        match: Self.comment, status: 403, message: "Resource not accessible by integration",
        headers: ["X-Accepted-GitHub-Permissions": "issues=write; pull_requests=write"])
    ])
    #expect(result.warning?.what.contains("issues=write; pull_requests=write") == true)
    #expect(result.warning?.lines?.contains("pull-requests: write") == true)
    #expect(result.log.comments.isEmpty)
  }

  @Test("a fork's token may only read: the two workflows are named")
  func fork() async throws {
    let step = Room.Step(match: Self.comment, status: 403, message: "Resource not accessible by integration")
    let result = try await outcome([step], event: Events.fork)
    #expect(result.warning?.what.contains("fork") == true)
    #expect(result.warning?.lines?.contains("workflow_run") == true)
  }

  @Test("without a token nothing is asked")
  func noToken() async throws {
    let place = try Place(
      environment: ["GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "acme/shop"], event: Events.pullRequest,
      options: PlaceOptions())
    let outcomes = try await Publisher(place: place, agent: "schemagate/test", transport: Unreachable()).publish([
      .shop()
    ])
    #expect(outcomes == [.notPosted(.noToken(isFork: false))])
    #expect(PublishingProblem.noToken(isFork: false).warning(for: place).lines?.contains("github.token") == true)
  }

  @Test("a wrong token is refused once, and statuses aren't tried")
  func wrongToken() async throws {
    let room = try await Room()
    let place = try room.gitHub(options: PlaceOptions(token: Token("wrong")))
    let outcomes = try await room.publish([.shop()], to: place)
    guard case .notPosted(.tokenRefused(_, "Bad credentials")) = outcomes.first else { throw Unexpected(outcomes) }
    #expect(outcomes.count == 1)
    #expect(try await room.log().requests.count == 1)
  }

  @Test("what is not there is taken for a permission, too")
  func notFound() async throws {
    let result = try await outcome([.init(match: "GET .*pulls/5", status: 404, message: "Not Found")])
    #expect(result.warning?.what.contains("404") == true)
    #expect(result.warning?.lines != nil)
  }

  @Test("a body that is too long is rendered smaller")
  func tooLong() async throws {
    let room = try await Room(
      .init(script: [.init(match: Self.comment, status: 422, message: "Body is too long (maximum is 65536 characters)")]
      ))
    let long = Publication.shop(words: String(repeating: "x", count: 59_000))
    let outcomes = try await room.publish([long], to: try room.gitHub(), wanted: .init(statuses: false))
    guard case .created = outcomes.first else { throw Unexpected(outcomes) }
    #expect(try await room.log().comments.map(\.body.utf8.count) == [20_000])
  }

  @Test("any other refusal is passed on in the server's words")
  func refused() async throws {
    let result = try await outcome([.init(match: Self.comment, status: 422, message: "Validation Failed")])
    #expect(result.warning?.what == "not posted: the server refused it (422): Validation Failed")
  }

  @Test("Retry-After is waited for where it is short", arguments: [429, 403])
  func retryAfter(status: Int) async throws {
    let slept = Slept()
    let step = Room.Step(
      match: Self.comment, status: status, message: "secondary rate limit", headers: ["Retry-After": "7"])
    let result = try await outcome([step], slept: slept)
    guard case .created = result.outcomes.first else { throw Unexpected(result.outcomes) }
    #expect(slept.all == [.seconds(7)])
    #expect(result.log.comments.count == 1)
  }

  @Test("a Retry-After longer than our patience ends it at once")
  func longRetryAfter() async throws {
    let slept = Slept()
    let step = Room.Step(match: Self.comment, status: 429, headers: ["Retry-After": "3600"])
    let result = try await outcome([step], slept: slept)
    #expect(slept.all.isEmpty)
    #expect(result.warning?.what.contains("3600 s") == true)
  }

  @Test("a limit that ends by the clock is waited for by the server's clock")
  func reset() async throws {
    let slept = Slept()
    let step = Room.Step(
      match: Self.comment, status: 403, headers: ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "+5"])
    let result = try await outcome([step], slept: slept)
    guard case .created = result.outcomes.first else { throw Unexpected(result.outcomes) }
    #expect(slept.all.count == 1)
    #expect(slept.total >= .seconds(5) && slept.total <= .seconds(7))
  }

  @Test("a server that fails twice is asked a third time")
  func badGateway() async throws {
    let slept = Slept()
    let result = try await outcome([.init(match: "GET .*comments", times: 2, status: 502)], slept: slept)
    guard case .created = result.outcomes.first else { throw Unexpected(result.outcomes) }
    #expect(slept.all == [.seconds(1), .seconds(2)])
  }

  @Test("a server that goes on failing is given up within half a minute")
  func alwaysFailing() async throws {
    let slept = Slept()
    let result = try await outcome([.init(match: "GET", times: 99, status: 502)], slept: slept)
    #expect(result.warning?.what == "not posted: the server failed (502) each time")
    #expect(slept.all == [.seconds(1), .seconds(2), .seconds(4)])
  }

  @Test("a post that failed on the way is looked for before it is posted again")
  func lostPost() async throws {
    for (steps, lost) in [([Room.Step(match: Self.comment, status: 502)], 0), ([], 1)] {
      let result = try await outcome(steps, lost: lost)
      #expect(result.log.comments.count == 1)
      #expect(result.warning == nil)
      #expect(result.log.requests.filter { $0.call.hasPrefix("GET") && $0.call.hasSuffix("comments") }.count == 2)
    }
  }

  @Test("a connection that breaks while reading is tried again")
  func closed() async throws {
    let result = try await outcome([.init(match: "GET .*comments", times: 1, close: true)])
    guard case .created = result.outcomes.first else { throw Unexpected(result.outcomes) }
  }

  @Test("a redirect is not followed with the token")
  func redirect() async throws {
    let elsewhere = try await Room()
    let step = Room.Step(match: "GET .*pulls", status: 302, headers: ["Location": "\(elsewhere.address)/api/v3/user"])
    let result = try await outcome([step])
    #expect(result.warning?.what.contains("elsewhere") == true)
    #expect(try await elsewhere.log().requests.isEmpty)
  }

  @Test("pages on another host are not asked for, and nothing is posted beside what may stand there")
  func foreignPages() async throws {
    let elsewhere = try await Room()
    let transport = ForeignLink(to: "\(elsewhere.address)/api/v3/repos/acme/shop/issues/5/comments")
    let room = try await Room()
    let outcomes = try await Publisher(place: try room.gitHub(), agent: "schemagate/test", transport: transport)
      .publish([.shop()], wanted: .init(statuses: false))
    #expect(outcomes == [.notPosted(.notUnderstood(at: "\(room.address)/api/v3/repos/acme/shop/issues/5/comments"))])
    #expect(try await elsewhere.log().requests.isEmpty)
    #expect(try await room.log().comments.isEmpty)
  }

  @Test("pages without an end are given up, and nothing is posted")
  func endlessPages() async throws {
    let place = try Place(
      environment: ["GITHUB_REPOSITORY": "acme/shop", "GITHUB_TOKEN": "x"], event: Events.pullRequest,
      options: PlaceOptions())
    let transport = EndlessPages()
    let outcomes = try await Publisher(place: place, agent: "schemagate/test", transport: transport)
      .publish([.shop()], wanted: .init(statuses: false))
    #expect(
      outcomes == [.notPosted(.notUnderstood(at: "https://api.github.com/repos/acme/shop/issues/5/comments"))])
    #expect(transport.methods.withLock { $0 } == Array(repeating: .get, count: 101))
  }

  @Test("no curl: a warning with the package")
  func noCurl() async throws {
    let room = try await Room()
    let place = try room.gitHub()
    let outcomes = try await Publisher(
      place: place, agent: "schemagate/test", transport: CurlTransport(environment: ["PATH": "/nowhere"])
    ).publish([.shop()])
    #expect(outcomes == [.notPosted(.noCurl)])
    #expect(PublishingProblem.noCurl.warning(for: place).try?.contains("apt-get install curl") == true)
  }

  @Test("a server that isn't there is a warning without the token")
  func unreachable() async throws {
    let place = try Place(
      environment: [
        "GITHUB_ACTIONS": "true", "GITHUB_API_URL": "http://127.0.0.1:1", "GITHUB_REPOSITORY": "acme/shop",
        "GITHUB_TOKEN": "t0p-secret",
      ], event: Events.pullRequest, options: PlaceOptions())
    let outcomes = try await Publisher(
      place: place, agent: "schemagate/test", transport: CurlTransport(environment: Room.environment),
      patience: .withoutWaiting()
    ).publish([.shop()])
    guard case .notPosted(let problem) = outcomes.first, outcomes.count == 1 else { throw Unexpected(outcomes) }
    #expect(problem.warning(for: place).what.contains("could not be reached"))
    #expect(!"\(problem) \(place) \(problem.warning(for: place))".contains("t0p-secret"))
  }
}

/// Fails the test that sends anything.
private struct Unreachable: HTTPTransport {
  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    Issue.record("asked for \(request.url)")
    throw TransportError.noProgram
  }
}

/// Has one more page of comments each time.
private final class EndlessPages: HTTPTransport {
  let methods = Mutex<[HTTPRequest.Method]>([])

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let number = methods.withLock { list in
      list.append(request.method)
      return list.count
    }
    guard request.url.contains("/comments") else {
      let pull = #"{"number": 5, "state": "open", "head": {"sha": "\#(Room.head)"}}"#
      return HTTPResponse(status: 200, body: Data(pull.utf8))
    }
    let next = "<https://api.github.com/repos/acme/shop/issues/5/comments?page=\(number)>; rel=\"next\""
    return HTTPResponse(status: 200, headers: [("Link", next)], body: Data("[]".utf8))
  }
}

/// Points to a next page on another server.
private struct ForeignLink: HTTPTransport {
  let address: String
  private let curl = CurlTransport(environment: Room.environment)

  init(to address: String) { self.address = address }

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let answer = try await curl.send(request)
    return HTTPResponse(status: answer.status, headers: [("Link", "<\(address)>; rel=\"next\"")], body: answer.body)
  }
}
