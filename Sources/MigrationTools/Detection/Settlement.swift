internal import SchemagateModel

/// Settles rival claims: the more confident tool gets a folder, then the one that stands first in the catalogue.
struct Settlement {
  let claims: [DetectedTarget]

  /// The targets in the order of their folders, and a sentence for each claim that lost to one as confident, or with
  /// folders that nobody else has.
  func settle() -> (targets: [TargetDefinition], notes: [String]) {
    var owners: [String: DetectedTarget] = [:]
    var (winners, notes): ([TargetDefinition], [String]) = ([], [])
    for claim in ranked {
      let folders = claim.target.migrations
      if let folder = folders.first(where: { owners[$0] != nil }), let owner = owners[folder] {
        // With one folder that is better known, the others of the claim are lost.
        let losesMore = folders.contains { owners[$0] == nil }
        if owner.confidence == claim.confidence || losesMore { notes.append(Self.note(owner, folder, over: claim)) }
        continue
      }
      for folder in folders { owners[folder] = claim }
      winners.append(claim.target)
    }
    return (winners.sorted { Self.key($0).precedesInBytes(Self.key($1)) }, notes)
  }

  /// Most confident first; the catalogue's order, in which claims arrive, decides between equals.
  private var ranked: [DetectedTarget] {
    claims.enumerated().sorted { ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset) }.map(
      \.element)
  }

  private static func key(_ target: TargetDefinition) -> String { target.migrations.first ?? "" }

  private static func note(_ owner: DetectedTarget, _ folder: String, over claim: DetectedTarget) -> String {
    let folder = folder.isEmpty ? "the root" : "`\(folder)`"
    return "\(folder) is read as \(owner.target.tool.name)'s; \(claim.target.tool.name) could read it too (set `tool:`)"
  }
}
