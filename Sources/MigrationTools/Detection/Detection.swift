package import SchemagateModel

/// What was found without a configuration file.
package struct DetectionResult: Hashable, Sendable {
  /// In the order of their folders.
  package let targets: [TargetDefinition]
  /// What was passed over, one sentence each.
  package let notes: [String]

  package init(targets: [TargetDefinition], notes: [String]) {
    self.targets = targets
    self.notes = notes
  }
}

/// Finds the targets of a repository from its files: one for each migration folder.
package func detectTargets(in listing: FileListing) -> DetectionResult {
  let (own, foreign) = ForeignFolders.divide(listing.paths)
  let visible = FileListing(paths: own, read: listing.read)
  let claims = ToolCatalog.all.flatMap { $0.detect(in: visible) }
  let (targets, losers) = Settlement(claims: claims).settle()
  return DetectionResult(targets: named(targets), notes: losers + ForeignFolders.notes(foreign))
}

private func named(_ targets: [TargetDefinition]) -> [TargetDefinition] {
  let names = TargetName.names(of: targets.compactMap(home))
  return targets.map { target in
    var target = target
    target.name = home(of: target).flatMap { names[$0] } ?? target.name
    return target
  }
}

/// The folder that a target is named after: a project of many apps has a home of its own, which a new app doesn't move, and
/// sqitch's scripts stand in a folder that says nothing of the project.
private func home(of target: TargetDefinition) -> String? {
  if let home = DjangoProject.home(of: target) { return home }
  return target.migrations.first.map { target.tool.name == SqitchTool().name ? $0.folder : $0 }
}
