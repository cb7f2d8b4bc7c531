/// A pull request's conversation.
struct GitHubThread: CommentThread {
  let number: Int
  let place: GitHubPlace
  let client: APIClient

  let room = 60_000

  func comments() async throws -> [PostedComment] {
    let all: [Comment] = try await client.pages("\(issues)/\(number)/comments?per_page=100")
    return all.map(\.posted)
  }

  /// `GET /user` is refused to the token of a workflow; GraphQL's `viewer` answers for every kind of token.
  func account() async throws -> Account {
    do {
      let answer: Viewer = try await client.ask(place.graphQL, ["query": "query{viewer{login}}"])
      if let login = answer.data?.viewer?.login { return Account(login: login) }
    } catch let problem as PublishingProblem where !problem.endsAll {}
    do {
      let user: User = try await client.get("user")
      return Account(login: user.login)
    } catch let problem as PublishingProblem where !problem.endsAll {
      throw PublishingProblem.unknownAccount(at: place.graphQL)
    }
  }

  func post(_ body: String) async throws -> PostedComment {
    let response = try await client.write(.post, "\(issues)/\(number)/comments", ["body": body])
    return (try client.decode(response.body, issues) as Comment).posted
  }

  func change(_ comment: PostedComment, to body: String) async throws {
    try await client.write(.patch, "\(issues)/comments/\(comment.id)", ["body": body])
  }

  private var issues: String { "repos/\(place.repository)/issues" }

  private struct Comment: Decodable {
    let id: Int
    /// `nil` where the account is gone.
    let user: User?
    let body: String?
    let htmlUrl: String?

    var posted: PostedComment {
      PostedComment(id: id, author: user.map { Account(login: $0.login) }, body: body ?? "", page: htmlUrl)
    }
  }

  private struct User: Decodable {
    let login: String
  }

  private struct Viewer: Decodable {
    let data: Fields?

    struct Fields: Decodable {
      let viewer: User?
    }
  }
}
