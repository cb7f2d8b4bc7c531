/// GitLab: <https://docs.gitlab.com/api/rest/>
struct GitLab: Forge {
  let place: GitLabPlace
  let client: APIClient

  init(_ place: GitLabPlace, token: Token, agent: String, transport: PatientTransport) {
    self.place = place
    client = APIClient(
      address: place.api, headers: [.init("PRIVATE-TOKEN", token.secret), .init("User-Agent", agent)],
      transport: transport, token: token, isFork: place.isFork)
  }

  var transport: PatientTransport { client.transport }

  func thread() async throws -> ThreadChoice {
    guard let number = place.mergeRequest else { return .none(.event("without a merge request")) }
    let path = "projects/\(place.project)/merge_requests/\(number)"
    let request: MergeRequest = try await client.get(path)
    guard request.sha == place.commit.text else {
      return .none(.movedOn(number: number, head: String((request.sha ?? "").prefix(10))))
    }
    return .open(GitLabThread(notes: "\(path)/notes", client: client))
  }

  func set(_ status: CommitStatus) async throws {
    struct Body: Encodable {
      let state: String
      let name: String
      let targetUrl: String?
      let description: String
      let pipelineId: String?
    }
    let body = Body(
      state: status.state == .success ? "success" : "failed", name: status.context, targetUrl: place.page,
      description: status.description, pipelineId: place.pipeline)
    do {
      try await client.write(
        .post, "projects/\(place.pipelineProject)/statuses/\(place.commit)", body, isRepeatable: true)
    } catch PublishingProblem.refused(_, 400, let words) where words.contains("Cannot transition status") {
      // GitLab's way to say that the status stands so already.
    }
  }

  private struct MergeRequest: Decodable {
    let sha: String?
  }
}

/// A merge request's notes.
struct GitLabThread: CommentThread {
  let notes: String
  let client: APIClient

  let room = 60_000

  func comments() async throws -> [PostedComment] {
    let all: [Note] = try await client.pages("\(notes)?sort=asc&order_by=created_at&per_page=100")
    return all.filter { $0.system != true }.map(\.posted)
  }

  func account() async throws -> Account {
    do {
      let user: User = try await client.get("user")
      return Account(login: user.username)
    } catch let problem as PublishingProblem where !problem.endsAll {
      throw PublishingProblem.unknownAccount(at: client.address.url("user"))
    }
  }

  func post(_ body: String) async throws -> PostedComment {
    let response = try await client.write(.post, notes, ["body": body])
    return (try client.decode(response.body, notes) as Note).posted
  }

  func change(_ comment: PostedComment, to body: String) async throws {
    try await client.write(.put, "\(notes)/\(comment.id)", ["body": body])
  }

  private struct Note: Decodable {
    let id: Int
    let author: User?
    let body: String
    let system: Bool?

    var posted: PostedComment {
      PostedComment(id: id, author: author.map { Account(login: $0.username) }, body: body, page: nil)
    }
  }

  private struct User: Decodable {
    let username: String
  }
}
