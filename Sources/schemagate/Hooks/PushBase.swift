import GitSource
import SchemagateModel

/// What a pushed branch is compared with.
enum PushBase: Hashable {
  case revision(String, why: String)
  /// The remote holds a commit that this clone hasn't got.
  case notFetched(commit: String)
  /// The remote has nothing yet.
  case nothing

  /// The remote's default branch; or what the branch itself held there, where it is the default one, or none is known.
  static func of(_ push: Push, remote given: String, in repository: GitRepository) -> PushBase {
    let remote = name(of: given, in: repository)
    if let name = defaultBranch(of: remote, in: repository), name != "\(remote)/\(push.branch ?? "")" {
      return .revision(name, why: "the default branch of \(remote)")
    }
    guard let held = push.remoteID else { return .nothing }
    guard isKnown(held, in: repository) else { return .notFetched(commit: held) }
    return .revision(held, why: "what \(push.branch ?? "the branch") held before this push")
  }

  /// A push may name a URL: it means the remote that has it, if one has.
  private static func name(of remote: String, in repository: GitRepository) -> String {
    guard !repository.remotes.contains(remote) else { return remote }
    return repository.remotes.first { repository.configValue("remote.\($0).url") == remote } ?? remote
  }

  private static func defaultBranch(of remote: String, in repository: GitRepository) -> String? {
    guard repository.remotes.contains(remote) else { return nil }
    if let known = repository.defaultBranch(of: remote) { return known }
    return ["main", "master"].map { "\(remote)/\($0)" }.first { isKnown("refs/remotes/\($0)", in: repository) }
  }

  private static func isKnown(_ revision: String, in repository: GitRepository) -> Bool {
    (try? repository.commit(named: revision)) != nil
  }
}
