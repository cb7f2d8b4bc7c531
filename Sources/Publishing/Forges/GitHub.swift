import Foundation

/// GitHub, and GitHub Enterprise: <https://docs.github.com/en/rest>
struct GitHub: Forge {
  let place: GitHubPlace
  let client: APIClient

  init(_ place: GitHubPlace, token: Token, agent: String, transport: PatientTransport) {
    self.place = place
    client = APIClient(
      address: place.api,
      headers: [
        .init("Accept", "application/vnd.github+json"), .init("Authorization", "Bearer \(token.secret)"),
        .init("User-Agent", agent), .init("X-GitHub-Api-Version", "2022-11-28"),
      ], transport: transport, token: token, isFork: place.isFork)
  }

  var transport: PatientTransport { client.transport }

  func thread() async throws -> ThreadChoice {
    switch place.pullRequest {
    case .none(let event): return .none(.event(event))
    case .number(let number):
      let request: PullRequest = try await client.get("repos/\(place.repository)/pulls/\(number)")
      return choice(request)
    case .ofCommit(let branch):
      guard let request = try await found(branch) else { return .none(.notFound(place.commit)) }
      return choice(request)
    }
  }

  func set(_ status: CommitStatus) async throws {
    struct Body: Encodable {
      let state: String
      let targetUrl: String?
      let description: String
      let context: String
    }
    try await client.write(
      .post, "repos/\(place.repository)/statuses/\(place.commit)",
      Body(
        state: status.state.rawValue, targetUrl: place.page, description: status.description,
        context: status.context),
      isRepeatable: true)
  }

  private func choice(_ request: PullRequest) -> ThreadChoice {
    guard request.head.sha == place.commit.text else {
      return .none(.movedOn(number: request.number, head: String(request.head.sha.prefix(10))))
    }
    return .open(GitHubThread(number: request.number, place: place, client: client))
  }

  /// The list by branch knows forks; the list by commit knows a branch that was renamed meanwhile.
  private func found(_ branch: String?) async throws -> PullRequest? {
    let pulls = "repos/\(place.repository)/pulls"
    if let branch, let head = branch.addingPercentEncoding(withAllowedCharacters: .alphanumerics) {
      let open: [PullRequest] = try await client.pages("\(pulls)?state=open&head=\(head)&per_page=100")
      if let request = fitting(open) { return request }
    }
    return fitting(try await client.pages("repos/\(place.repository)/commits/\(place.commit)/pulls?per_page=100"))
  }

  private func fitting(_ requests: [PullRequest]) -> PullRequest? {
    requests.filter {
      $0.state == "open" && $0.head.sha == place.commit.text
        && $0.base?.repo?.fullName.lowercased() == place.repository.text.lowercased()
    }
    .min { $0.number < $1.number }
  }
}

extension GitHub {
  fileprivate struct PullRequest: Decodable {
    let number: Int
    let state: String
    let head: Side
    let base: Base?
  }

  fileprivate struct Side: Decodable {
    let sha: String
  }

  fileprivate struct Base: Decodable {
    let repo: Repository?
  }

  fileprivate struct Repository: Decodable {
    let fullName: String
  }
}
