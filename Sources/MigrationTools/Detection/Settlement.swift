internal import SchemagateModel

/// Settles rival claims: the more confident tool gets a folder, then the one that stands first in the catalogue.
struct Settlement {
  let claims: [DetectedTarget]

  /// The targets in the order of their folders, and a sentence for each claim that lost to one as confident.
  func settle() -> (targets: [TargetDefinition], notes: [String]) {
    var owners: [String: DetectedTarget] = [:]
    var (winners, notes): ([TargetDefinition], [String]) = ([], [])
    for claim in ranked {
      let folders = claim.target.migrations
      if let owner = folders.lazy.compactMap({ owners[$0] }).first {
        if owner.confidence == claim.confidence { notes.append(Self.note(owner, over: claim)) }
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

  private static func note(_ owner: DetectedTarget, over claim: DetectedTarget) -> String {
    let folder = key(claim.target).isEmpty ? "the root" : "`\(key(claim.target))`"
    return "\(folder) is read as \(owner.target.tool.name)'s; \(claim.target.tool.name) could read it too (set `tool:`)"
  }
}
