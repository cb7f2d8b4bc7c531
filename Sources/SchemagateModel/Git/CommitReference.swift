/// A revision as it was asked for and as it was found.
package struct CommitReference: Hashable, Sendable, Codable {
  /// The words that named it, for example `origin/main`.
  package let name: String
  /// The commit's id; `nil` for the empty base of `--all`, and for the work tree.
  package let commit: String?
  /// What made us choose it, for example `GITHUB_BASE_REF` or `--base`.
  package let why: String?

  package init(name: String, commit: String?, why: String?) {
    self.name = name
    self.commit = commit
    self.why = why
  }
}
