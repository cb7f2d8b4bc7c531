import Foundation
import Publishing
import SchemagateModel
import Synchronization
import TestSupport
import Testing

/// One test's part of the server, with a repository `acme/shop` and a request 5 whose head is `Room.head`.
struct Room {
  static let head = "9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0"
  static let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]

  let address: String
  let token: String
  private let transport = CurlTransport(environment: Room.environment)

  init(_ state: State = State()) async throws {
    let name = "room-\(UUID().uuidString.prefix(8))"
    address = "http://127.0.0.1:\(try ForgeServer.shared.get().port)/\(name)"
    token = "t0ken-\(UUID().uuidString)"
    var state = state
    state.token = token
    let text = String(decoding: try JSONEncoder().encode(state), as: UTF8.self)
    let answer = try await transport.send(HTTPRequest(.post, "\(address)/_setup", body: text))
    #expect(answer.status == 200)
  }

  struct State: Encodable {
    var token = ""
    var login = "github-actions[bot]"
    var viewer = true
    var user = false
    var comments: [Comment] = []
    var pulls = [Pull(number: 5)]
    var page = 100
    var script: [Step] = []
    var sha = Room.head
    var loseAnswer = 0
  }

  struct Comment: Codable, Hashable {
    var id: Int
    var login: String
    var body: String
  }

  struct Pull: Encodable {
    var number: Int
    var state = "open"
    var head: Side
    var base = Side(sha: "", label: "", repo: .init())

    init(number: Int, sha: String = Room.head, label: String = "acme:work", state: String = "open") {
      self.number = number
      self.state = state
      head = Side(sha: sha, label: label, repo: .init())
    }

    struct Side: Encodable {
      var sha: String
      var label: String
      var repo: Repository
    }

    struct Repository: Encodable {
      var fullName = "acme/shop"

      private enum CodingKeys: String, CodingKey {
        case fullName = "full_name"
      }
    }
  }

  /// An answer instead of the usual one, for the next calls that match.
  struct Step: Encodable {
    var match: String
    var times = 1
    var status = 500
    var message = "scripted"
    var headers: [String: String] = [:]
    var close = false
  }

  struct Log: Decodable {
    var requests: [Request]
    var comments: [Comment]
    var statuses: [Status]

    struct Request: Decodable {
      var call: String
      var query: String
      var body: String
      var leaks: [String]
    }

    struct Status: Decodable {
      var state: String
      var context: String?
      var name: String?
      var description: String
      var sha: String
      var page: String?

      private enum CodingKeys: String, CodingKey {
        case state, context, name, description, sha
        case page = "target_url"
      }
    }

    /// Calls that change something.
    var writes: [String] {
      requests.map(\.call).filter { !$0.hasPrefix("GET") && !$0.hasSuffix("graphql") && !$0.contains("/statuses/") }
    }
  }

  func log() async throws -> Log {
    let answer = try await transport.send(HTTPRequest(.get, "\(address)/_log"))
    return try JSONDecoder().decode(Log.self, from: answer.body)
  }
}

extension Room {
  /// As a job of GitHub Actions on an Enterprise Server sees it.
  func gitHub(
    event: String = Events.pullRequest, name: String = "pull_request", options: PlaceOptions = PlaceOptions()
  ) throws -> Place {
    try Place(
      environment: [
        "GITHUB_ACTIONS": "true", "GITHUB_API_URL": "\(address)/api/v3", "GITHUB_SERVER_URL": "https://ghe.example",
        "GITHUB_REPOSITORY": "acme/shop", "GITHUB_EVENT_NAME": name, "GITHUB_RUN_ID": "77", "GITHUB_TOKEN": token,
        "GITHUB_SHA": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      ], event: event, options: options)
  }

  /// As a job of GitLab CI sees it.
  func gitLab(_ more: [String: String] = [:]) throws -> Place {
    let usual = [
      "GITLAB_CI": "true", "CI_API_V4_URL": "\(address)/api/v4", "CI_SERVER_URL": "https://gitlab.example",
      "CI_PROJECT_ID": "7", "CI_PROJECT_PATH": "acme/shop", "CI_MERGE_REQUEST_IID": "5", "CI_COMMIT_SHA": Room.head,
      "CI_PIPELINE_ID": "12", "CI_PIPELINE_URL": "https://gitlab.example/acme/shop/-/pipelines/12",
      "GITLAB_TOKEN": token,
    ]
    return try Place(environment: usual.merging(more) { $1 }, event: nil, options: PlaceOptions())
  }

  func publish(
    _ publications: [Publication], to place: Place, patience: Patience = .withoutWaiting(),
    wanted: Publisher.Wanted = .init()
  ) async throws -> [PublishingOutcome] {
    try await Publisher(
      place: place, agent: "schemagate/test", transport: CurlTransport(environment: Room.environment),
      patience: patience
    ).publish(publications, wanted: wanted)
  }
}

enum Events {
  static let pullRequest = """
    {"pull_request": {"number": 5, "head": {"sha": "\(Room.head)", "repo": {"full_name": "acme/shop"}}}}
    """
  static let fork = """
    {"pull_request": {"number": 5, "head": {"sha": "\(Room.head)", "repo": {"full_name": "guest/shop"}}}}
    """
  static let workflowRun = """
    {"workflow_run": {"head_sha": "\(Room.head)", "head_branch": "wo rk", "event": "pull_request",
      "head_repository": {"full_name": "guest/shop", "owner": {"login": "guest"}},
      "html_url": "https://ghe.example/acme/shop/actions/runs/76"}}
    """
}

extension Patience {
  /// Its clock goes on only while it sleeps, which takes no time.
  static func withoutWaiting(_ slept: Slept = Slept()) -> Patience {
    let start = ContinuousClock().now
    return Patience(now: { start + slept.total }, sleep: { slept.add($0) })
  }
}

/// How long was slept.
final class Slept: Sendable {
  private let pauses = Mutex<[Duration]>([])

  func add(_ pause: Duration) { pauses.withLock { $0.append(pause) } }
  var all: [Duration] { pauses.withLock { $0 } }
  var total: Duration { all.reduce(.zero, +) }
}

extension Publication {
  /// One target that failed; `words` is the body below the marker.
  static func shop(
    _ verdict: Verdict = .failed, words: String = "## ❌ schemagate: 1 error", digest: String = "abc",
    key: String = "default"
  ) -> Publication {
    Publication(
      .shop(verdict, key: key), body: { room in String("\(Marked.body(key, digest, words))".prefix(room)) },
      words: .init(report: { $0.verdict.rawValue }, target: { "\($0.name) \($0.verdict.rawValue)" }))
  }
}

enum Marked {
  static func body(_ key: String = "default", _ digest: String = "abc", _ words: String = "words") -> String {
    "\(CommentMarker(key: key, digest: digest).text)\n\(words)\n"
  }
}

extension Report {
  static func shop(_ verdict: Verdict, key: String = "default", head: String? = Room.head) -> Report {
    Report(
      generator: .init(name: "schemagate", version: "0.1.0"),
      repository: .init(host: "ghe.example", path: "acme/shop"),
      head: CommitReference(name: "HEAD", commit: head, why: nil), verdict: verdict == .unchanged ? .passed : verdict,
      command: "schemagate check --base origin/main", key: key,
      targets: [
        TargetReport(
          name: "shop", engine: .init(name: .postgresql, version: "15"), tool: "dbmate", verdict: verdict,
          migrations: MigrationsReport())
      ])
  }
}
