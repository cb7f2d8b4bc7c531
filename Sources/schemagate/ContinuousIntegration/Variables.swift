/// The environment's variables, in which an empty one counts for none.
struct Variables {
  private let values: [String: String]

  init(_ environment: [String: String]) { values = environment.filter { !$0.value.isEmpty } }

  subscript(_ name: String) -> String? { values[name] }

  func isTrue(_ name: String) -> Bool { values[name]?.lowercased() == "true" }

  /// The branch that `name` holds, as `origin` has it.
  func branch(_ name: String) -> BaseCandidate? {
    values[name].map { BaseCandidate(name: Self.atOrigin($0), why: name) }
  }

  /// The commit that `name` holds.
  func commit(_ name: String) -> BaseCandidate? {
    Self.commit(values[name]).map { BaseCandidate(name: $0, why: name) }
  }

  /// Only zeros stand for "there was no commit", as for a branch's first push.
  static func commit(_ id: String?) -> String? {
    guard let id, !id.isEmpty, !id.allSatisfy({ $0 == "0" }) else { return nil }
    return id
  }

  static func atOrigin(_ branch: String) -> String {
    let prefix = "refs/heads/"
    return "origin/" + (branch.hasPrefix(prefix) ? String(branch.dropFirst(prefix.count)) : branch)
  }
}
