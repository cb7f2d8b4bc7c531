import Publishing
import SchemagateModel
import Testing

@Suite("publishing to GitLab")
struct GitLabTests {
  @Test("a first report becomes a note and a status in the pipeline")
  func create() async throws {
    let room = try await Room(.init(login: "project_7_bot"))
    let outcomes = try await room.publish([.shop()], to: try room.gitLab())
    guard case .created = outcomes.first else { throw Unexpected(outcomes) }
    let log = try await room.log()
    #expect(log.comments.map(\.login) == ["project_7_bot"])
    #expect(log.statuses.map(\.name) == ["schemagate", "schemagate/shop"])
    #expect(log.statuses.map(\.state) == ["failed", "failed"])
    #expect(log.requests.last?.body.contains("\"pipeline_id\":\"12\"") == true)
    #expect(log.requests.flatMap(\.leaks).isEmpty)
  }

  @Test("note 31 is found on page two and updated; the same again writes nothing, not even the status")
  func update() async throws {
    var comments = (1...30).map { Room.Comment(id: $0, login: "somebody", body: Marked.body()) }
    comments.append(.init(id: 31, login: "project_7_bot", body: Marked.body("default", "abd")))
    let room = try await Room(.init(login: "project_7_bot", comments: comments, page: 30))
    let first = try await room.publish([.shop()], to: try room.gitLab())
    guard case .updated = first.first else { throw Unexpected(first) }
    let again = try await room.publish([.shop()], to: try room.gitLab())
    guard case .unchanged = again.first else { throw Unexpected(again) }
    let log = try await room.log()
    #expect(log.writes == ["PUT api/v4/projects/7/merge_requests/5/notes/31"])
    #expect(log.statuses.count == 2)
  }

  @Test("a note is reduced to one line, and none is posted where none was")
  func cleared() async throws {
    let room = try await Room(
      .init(login: "bot", comments: [.init(id: 3, login: "bot", body: Marked.body())]))
    let outcomes = try await room.publish([.shop(.unchanged)], to: try room.gitLab())
    guard case .cleared = outcomes.first else { throw Unexpected(outcomes) }
    let empty = try await Room(.init(login: "bot"))
    #expect(try await empty.publish([.shop(.unchanged)], to: try empty.gitLab()).first == .nothingToSay)
  }

  @Test("the job's own token is not enough, and the warning says which is")
  func noToken() async throws {
    let room = try await Room()
    let place = try room.gitLab(["GITLAB_TOKEN": "", "CI_JOB_TOKEN": "job"])
    let outcomes = try await room.publish([.shop()], to: place)
    #expect(outcomes == [.notPosted(.noToken(isFork: false))])
    let advice = try #require(PublishingProblem.noToken(isFork: false).warning(for: place).try)
    #expect(advice.contains("CI_JOB_TOKEN can't write notes") && advice.contains("SCHEMAGATE_GITLAB_TOKEN"))
    #expect(try await room.log().requests.isEmpty)
  }

  @Test("403, 429 and 502 are met as on GitHub")
  func failures() async throws {
    let room = try await Room(
      .init(
        login: "bot",
        script: [
          .init(match: "GET .*notes", status: 429, headers: ["Retry-After": "2"]),
          .init(match: "GET .*notes", times: 2, status: 502),
          .init(match: "POST .*notes", status: 403, message: "403 Forbidden"),
        ]))
    let (slept, place) = (Slept(), try room.gitLab())
    let outcomes = try await room.publish([.shop()], to: place, patience: .withoutWaiting(slept))
    guard case .notPosted(let problem) = outcomes.first else { throw Unexpected(outcomes) }
    #expect(problem.warning(for: place).try?.contains("scope api") == true)
    #expect(slept.all == [.seconds(2), .seconds(2), .seconds(4)])
    #expect(try await room.log().statuses.count == 2)
  }

  @Test("a fork's pipeline writes to the project of the request, and the merge result's to the request's own commit")
  func forks() async throws {
    let room = try await Room()
    let other = String(repeating: "d", count: 40)
    let place = try room.gitLab([
      "CI_PROJECT_ID": "8", "CI_PROJECT_PATH": "guest/shop", "CI_MERGE_REQUEST_PROJECT_ID": "7",
      "CI_MERGE_REQUEST_PROJECT_PATH": "acme/shop", "CI_MERGE_REQUEST_EVENT_TYPE": "merged_result",
      "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": Room.head, "CI_COMMIT_SHA": other,
    ])
    #expect(place.repository.text == "acme/shop")
    #expect(place.commit.text == Room.head)
    let outcomes = try await room.publish([.shop()], to: place, wanted: .init(statuses: false))
    guard case .created = outcomes.first else { throw Unexpected(outcomes) }
    #expect(try await room.log().writes == ["POST api/v4/projects/7/merge_requests/5/notes"])
  }
}
