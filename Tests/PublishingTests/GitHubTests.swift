import Publishing
import SchemagateModel
import Testing

@Suite("publishing to GitHub")
struct GitHubTests {
  @Test("a first report becomes a comment, and a status of the whole and of each target on the event's commit")
  func create() async throws {
    let room = try await Room()
    let outcomes = try await room.publish([.shop()], to: try room.gitHub())
    let log = try await room.log()
    #expect(log.comments.map(\.body) == [Marked.body("default", "abc", "## ❌ schemagate: 1 error")])
    #expect(log.statuses.map(\.context) == ["schemagate", "schemagate/shop"])
    #expect(log.statuses.map(\.state) == ["failure", "failure"])
    #expect(log.statuses.allSatisfy { $0.sha == Room.head })
    #expect(log.statuses.allSatisfy { $0.page == "https://ghe.example/acme/shop/actions/runs/77" })
    guard case .created(let page?) = outcomes.first else { throw Unexpected(outcomes) }
    #expect(page.hasSuffix("#issuecomment-1001"))
  }

  @Test("the token stands neither in arguments nor in curl's environment")
  func tokenIsHidden() async throws {
    let room = try await Room()
    _ = try await room.publish([.shop()], to: try room.gitHub())
    let log = try await room.log()
    #expect(log.requests.count == 5)
    #expect(log.requests.flatMap(\.leaks).isEmpty)
  }

  @Test("a comment that says the same is left alone")
  func unchanged() async throws {
    let room = try await Room(.init(comments: [.init(id: 3, login: "github-actions[bot]", body: Marked.body())]))
    let outcomes = try await room.publish([.shop(words: "other last line")], to: try room.gitHub())
    guard case .unchanged = outcomes.first else { throw Unexpected(outcomes) }
    #expect(try await room.log().writes.isEmpty)
  }

  @Test("comment 31 is found on page two, and updated in place", arguments: [30, 7])
  func secondPage(size: Int) async throws {
    var comments = (1...30).map { Room.Comment(id: $0, login: "somebody", body: "No. \($0)") }
    comments.append(.init(id: 31, login: "github-actions[bot]", body: Marked.body("default", "abd")))
    let room = try await Room(.init(comments: comments, page: size))
    let outcomes = try await room.publish([.shop()], to: try room.gitHub())
    guard case .updated = outcomes.first else { throw Unexpected(outcomes) }
    let log = try await room.log()
    #expect(log.writes == ["PATCH api/v3/repos/acme/shop/issues/comments/31"])
    #expect(log.comments.last?.body.hasPrefix(Marked.body("default", "abc", "##").dropLast()) == true)
    #expect(log.comments.count == 31)
  }

  @Test("nobody else's comment is touched, whatever its first line says; nor our own with a marker further down")
  func otherAuthors() async throws {
    let room = try await Room(
      .init(comments: [
        .init(id: 1, login: "mallory", body: Marked.body()),
        .init(id: 2, login: "github-actions[bot]", body: "> quoted\n\(Marked.body())"),
        .init(id: 3, login: "github-actions[bot]", body: Marked.body("billing")),
      ]))
    let outcomes = try await room.publish([.shop()], to: try room.gitHub())
    guard case .created = outcomes.first else { throw Unexpected(outcomes) }
    #expect(try await room.log().writes == ["POST api/v3/repos/acme/shop/issues/5/comments"])
  }

  @Test("an account is known by GraphQL, or by its user where that says nothing")
  func accounts() async throws {
    let own = [Room.Comment(id: 1, login: "octocat", body: Marked.body())]
    let room = try await Room(.init(login: "octocat", viewer: false, user: true, comments: own))
    let outcomes = try await room.publish([.shop()], to: try room.gitHub(), wanted: .init(statuses: false))
    guard case .unchanged = outcomes.first else { throw Unexpected(outcomes) }
    let dumb = try await Room(.init(login: "octocat", viewer: false, comments: own))
    let unknown = try await dumb.publish([.shop()], to: try dumb.gitHub(), wanted: .init(statuses: false))
    #expect(unknown == [.notPosted(.unknownAccount(at: "\(dumb.address)/api/graphql"))])
    #expect(try await dumb.log().writes.isEmpty)
  }

  @Test("a comment is reduced to one line when there is nothing to say any more, once")
  func cleared() async throws {
    let room = try await Room(.init(comments: [.init(id: 3, login: "github-actions[bot]", body: Marked.body())]))
    let outcomes = try await room.publish([.shop(.unchanged)], to: try room.gitHub())
    guard case .cleared = outcomes.first else { throw Unexpected(outcomes) }
    let again = try await room.publish([.shop(.unchanged)], to: try room.gitHub())
    guard case .unchanged = again.first else { throw Unexpected(again) }
    let log = try await room.log()
    #expect(log.writes.count == 1)
    #expect(log.comments.map(\.body) == [Marked.body("default", "0", "✅ schemagate: no migration changes any more.")])
    #expect(log.statuses.map(\.state) == ["success", "success", "success", "success"])
    let back = try await room.publish([.shop()], to: try room.gitHub())
    guard case .updated = back.first else { throw Unexpected(back) }
  }

  @Test("nothing is posted where there is nothing to say and never was")
  func neverWas() async throws {
    let room = try await Room()
    let outcomes = try await room.publish([.shop(.unchanged)], to: try room.gitHub())
    #expect(outcomes.first == .nothingToSay)
    #expect(try await room.log().writes.isEmpty)
  }

  @Test("of several comments of one key the oldest stays, and the others point to it")
  func duplicates() async throws {
    let room = try await Room(
      .init(comments: [3, 9].map { .init(id: $0, login: "github-actions[bot]", body: Marked.body()) }))
    _ = try await room.publish([.shop(digest: "def")], to: try room.gitHub())
    let bodies = try await room.log().comments.map(\.body)
    #expect(bodies.first?.contains("digest=def") == true)
    #expect(bodies.last?.hasPrefix("Superseded by [the comment above](https://forge.example/") == true)
  }

  @Test("each configuration has its own comment and its own statuses")
  func keys() async throws {
    let room = try await Room()
    _ = try await room.publish([.shop(), .shop(.unknown, key: "billing")], to: try room.gitHub())
    let log = try await room.log()
    #expect(log.comments.count == 2)
    #expect(
      log.statuses.map(\.context) == ["schemagate", "schemagate/shop", "schemagate/billing", "schemagate/billing/shop"])
    #expect(log.statuses.map(\.state) == ["failure", "failure", "error", "error"])
  }

  @Test("the pull request of a fork's run is found by its branch and commit, not by the report")
  func workflowRun() async throws {
    let old = String(repeating: "b", count: 40)
    let pulls = [
      Room.Pull(number: 4, sha: old, label: "guest:wo rk"), Room.Pull(number: 5, label: "guest:wo rk"),
      Room.Pull(number: 6, label: "guest:wo rk", state: "closed"),
    ]
    let room = try await Room(.init(pulls: pulls))
    let outcomes = try await room.publish(
      [.shop()], to: try room.gitHub(event: Events.workflowRun, name: "workflow_run"))
    guard case .created = outcomes.first else { throw Unexpected(outcomes) }
    let log = try await room.log()
    #expect(log.writes == ["POST api/v3/repos/acme/shop/issues/5/comments"])
    #expect(log.statuses.map(\.page) == Array(repeating: "https://ghe.example/acme/shop/actions/runs/76", count: 2))
    let alone = try await Room(.init(pulls: []))
    let none = try await alone.publish(
      [.shop()], to: try alone.gitHub(event: Events.workflowRun, name: "workflow_run"))
    #expect(none.first == .noThread(.notFound(try #require(CommitID(Room.head)))))
  }

  @Test("a run of an older commit leaves the comment to the newer one")
  func movedOn() async throws {
    let room = try await Room(.init(pulls: [.init(number: 5, sha: String(repeating: "c", count: 40))]))
    let outcomes = try await room.publish([.shop()], to: try room.gitHub())
    #expect(outcomes.first == .noThread(.movedOn(number: 5, head: "cccccccccc")))
    #expect(try await room.log().writes.isEmpty)
  }

  @Test("a status says at most 140 characters")
  func longStatus() async throws {
    let room = try await Room()
    let long = String(repeating: "é🎈", count: 90)
    let publication = Publication(
      .shop(.failed), body: { _ in Marked.body() }, words: .init(report: { _ in long }, target: { _ in long }))
    _ = try await room.publish([publication], to: try room.gitHub(), wanted: .init(comments: false))
    let statuses = try await room.log().statuses
    #expect(statuses.map { $0.description.utf16.count <= 140 && $0.description.hasSuffix("…") } == [true, true])
  }
}

struct Unexpected: Error {
  let outcomes: [PublishingOutcome]
  init(_ outcomes: [PublishingOutcome]) { self.outcomes = outcomes }
}
