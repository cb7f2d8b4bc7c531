/// A site that shows comments on a change and statuses of a commit.
protocol Forge: Sendable {
  /// The thread that comments go to, or why there is none.
  func thread() async throws -> ThreadChoice
  func set(_ status: CommitStatus) async throws
  var transport: PatientTransport { get }
}

/// The thread of a pull or merge request, or none.
enum ThreadChoice {
  case open(any CommentThread)
  case none(NoThread)
}

/// Why there is nothing to comment on.
package enum NoThread: Hashable, Sendable {
  /// Such an event has no pull request.
  case event(String)
  /// No open one has the commit as its head.
  case notFound(CommitID)
  /// It has newer commits; their own run writes the comment.
  case movedOn(number: Int, head: String)
}

/// The comments of one pull or merge request.
protocol CommentThread: Sendable {
  /// The most bytes that a comment may have.
  var room: Int { get }
  /// All of them, on all pages.
  func comments() async throws -> [PostedComment]
  /// Who posts with our token.
  func account() async throws -> Account
  func post(_ body: String) async throws -> PostedComment
  func change(_ comment: PostedComment, to body: String) async throws
}

/// Who wrote a comment, as its forge tells it.
struct Account: Hashable, Sendable {
  let login: String
}

/// A comment as it stands.
struct PostedComment: Hashable, Sendable {
  let id: Int
  let author: Account?
  let body: String
  /// Its page.
  let page: String?
}
