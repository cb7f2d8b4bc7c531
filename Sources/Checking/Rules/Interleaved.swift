import SchemagateModel

/// Reports migrations of the branch that touch what base's newer ones touch as well.
struct Interleaved: Rule {
  let metadata = RuleMetadata(
    id: "interleaved", title: "Base and the branch migrate the same tables", check: .history, severity: .error,
    rationale: "Databases of a test or a preview may have run the branch's migrations before base's newer ones. Where "
      + "the order matters, they end up with another schema than production, or can't be upgraded.",
    remedy: "Look at the two together, and let the branch's migration hold on either state.",
    fires: "base makes an index on `customers.email` while the branch renames the column",
    staysQuiet: "base gained nothing since the branch began, or nothing that touches the same tables")

  func observations(in evidence: Evidence) -> [Observation] {
    guard let interleaving = evidence.rehearsal?.interleaving, let other = interleaving.otherOrder else { return [] }
    let pairs = pairs(interleaving, evidence)
    if let rejected = other.rejected {
      guard !rejected.rejection.isEnvironment else { return [] }
      return [.rejected(pairs, rejected.migration, rejected.rejection, evidence)]
    }
    guard let differences = interleaving.differences else { return [] }
    return [differences.allSatisfy(\.isIncidental) ? .agree(pairs, evidence) : .differ(pairs, differences, evidence)]
  }

  /// Which migrations of either side touch the same things, by what they were seen to change.
  fileprivate struct Pairs {
    var ours: [MigrationID] = []
    var theirs: [MigrationID] = []
    var touched: Set<ObjectIdentity> = []
  }

  private func pairs(_ interleaving: Interleaving, _ evidence: Evidence) -> Pairs {
    var pairs = Pairs()
    for own in evidence.rehearsal?.upgrade?.steps ?? [] {
      for their in interleaving.gained {
        let common = own.common(with: their)
        guard !common.isEmpty else { continue }
        if !pairs.ours.contains(own.migration) { pairs.ours.append(own.migration) }
        if !pairs.theirs.contains(their.migration) { pairs.theirs.append(their.migration) }
        pairs.touched.formUnion(common)
      }
    }
    return pairs
  }
}

extension Interleaved.Pairs {
  fileprivate func words(_ evidence: Evidence) -> String {
    let objects = touched.sorted().map(\.marked).prefix(5)
    let verb = ours.count == 1 ? "touches" : "touch"
    return "\(evidence.files(ours)) \(verb) \(Array(objects).enumerated), which base's new \(evidence.files(theirs)) "
      + "\(theirs.count == 1 ? "touches" : "touch") as well"
  }
}

extension Observation {
  fileprivate static func agree(_ pairs: Interleaved.Pairs, _ evidence: Evidence) -> Self {
    Self(
      "\(pairs.words(evidence)); both orders were built and give the same schema", severity: .notice,
      remedy: "Nothing needs to be done.", migration: pairs.ours.first,
      location: pairs.ours.first.flatMap(evidence.location))
  }

  fileprivate static func differ(
    _ pairs: Interleaved.Pairs, _ differences: [SchemaChange], _ evidence: Evidence
  ) -> Self {
    Self(
      "\(pairs.words(evidence)): in the other order the schema differs in \(differences.count.of("object"))",
      evidence: ChangeLines(added: "only where the branch's run first", dropped: "only where base's run first").text(
        differences),
      migration: pairs.ours.first, location: pairs.ours.first.flatMap(evidence.location))
  }

  fileprivate static func rejected(
    _ pairs: Interleaved.Pairs, _ id: MigrationID, _ rejection: Rejection, _ evidence: Evidence
  ) -> Self {
    let isOurs = evidence.delta.added.contains(id)
    return Self(
      "\(pairs.words(evidence)): "
        + (isOurs
          ? "without base's, the database rejects \(Marked.file(evidence.path(of: id))): \(rejection.words)"
          : "after the branch's, the database rejects base's \(Marked.file(evidence.path(of: id))): \(rejection.words)"),
      severity: .warning,
      remedy: isOurs
        ? "Nothing needs to be done where no database has the branch without base."
        : "Make sure that no database has run the branch's migrations before base's, or build such ones anew.",
      migration: pairs.ours.first, location: pairs.ours.first.flatMap(evidence.location))
  }
}
