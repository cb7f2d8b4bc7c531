import CLibgit2
package import SchemagateModel

extension GitRepository {
  /// The names of all remotes, `origin` first.
  package var remotes: [String] {
    var list = git_strarray()
    guard git_remote_list(&list, raw) == 0 else { return [] }
    defer { git_strarray_dispose(&list) }
    let names = (0..<list.count).compactMap { list.strings[$0].map { String(cString: $0) } }
    return names.filter { $0 == "origin" } + names.filter { $0 != "origin" }.sorted()
  }

  /// Where `remote` is published; `nil` where its URL names no host.
  package func address(of remote: String) -> Report.Repository? {
    let written = configValue("remote.\(remote).url").flatMap(RemoteURL.address)
    // A host without a dot may be an abbreviation, which `url.….insteadOf` spells out. Otherwise such a rule names a
    // mirror, and what was written is where the repository is published.
    guard let written, !written.host.contains(".") else { return written }
    return rewrittenURL(of: remote).flatMap(RemoteURL.address) ?? written
  }

  private func rewrittenURL(of remote: String) -> String? {
    guard let found = try? Handle(freedBy: git_remote_free, { git_remote_lookup(&$0, raw, remote) }) else { return nil }
    return git_remote_url(found.raw).map { String(cString: $0) }
  }

  /// The branch that `remote` calls its default, for example `origin/main`, as far as this clone knows.
  package func defaultBranch(of remote: String) -> String? {
    let name = "refs/remotes/\(remote)/HEAD"
    guard let head = try? Handle(freedBy: git_reference_free, { git_reference_lookup(&$0, raw, name) }),
      let target = git_reference_symbolic_target(head.raw).map({ String(cString: $0) }),
      target.hasPrefix("refs/remotes/")
    else { return nil }
    return String(target.dropFirst("refs/remotes/".count))
  }
}
