import Declaring
package import SchemagateModel

/// Schema changes as reports show them: by whom they were made, and whether that was declared.
struct ChangeReporting {
  let net: [ChangeReport]
  let steps: [MigrationID: [ChangeReport]]

  init(_ evidence: Evidence) {
    var steps: [MigrationID: [ChangeReport]] = [:]
    var makers: [ObjectIdentity: [Maker]] = [:]
    for step in evidence.rehearsal?.upgrade?.steps ?? [] {
      let matcher = evidence.matcher(of: step)
      let expected = evidence.expectations(of: step.migration).map(\.change)
      for change in step.changes {
        let maker = Maker(migration: step.migration, declared: expected.contains { matcher.covers($0, change) })
        for identity in [change.identity, change.newIdentity].compactMap({ $0 }) {
          makers[identity, default: []].append(maker)
        }
        steps[step.migration, default: []].append(ChangeReport(change, makers: [maker]))
      }
    }
    self.steps = steps
    net = (evidence.rehearsal?.netChanges ?? []).map { ChangeReport($0, makers: makers[$0.identity] ?? []) }
  }

  fileprivate struct Maker {
    let migration: MigrationID
    let declared: Bool
  }
}

extension ChangeReport {
  /// A change between two schemas that no migration is known to have made.
  package init(betweenSchemas change: SchemaChange) { self.init(change, makers: []) }

  fileprivate init(_ change: SchemaChange, makers: [ChangeReporting.Maker]) {
    var seen: Set<MigrationID> = []
    self.init(
      verb: change.verb, kind: change.identity.kind, name: ObjectName.dotted(change.identity.name),
      on: change.holder.map(ObjectName.dotted),
      to: change.verb == .rename ? change.newIdentity.map { ObjectName.dotted($0.name) } : nil,
      possibleRename: change.possibleRename.map { ObjectName.dotted($0.name) },
      notRename: change.notRename.map { ObjectName.dotted($0.name) },
      migrations: makers.map(\.migration).filter { seen.insert($0).inserted }, consequence: change.consequence,
      declared: !makers.isEmpty && makers.allSatisfy(\.declared),
      attributes: change.attributes.map {
        AttributeReport(name: $0.attribute, base: $0.base?.description, head: $0.head?.description)
      })
  }
}

extension SchemaChange {
  /// The table of what lives in one, an index included.
  fileprivate var holder: [String]? { identity.table ?? (identity.kind == .index ? parent?.name : nil) }
}
