import SchemagateModel

/// Reports a declared schema that can't be built.
struct SchemaRejected: Rule {
  let metadata = RuleMetadata(
    id: "schema-rejected", title: "The declared schema doesn't build", check: .schema, severity: .error,
    rationale: "Nobody can set up a database from it, and nothing can be compared with it.",
    remedy: "Correct it, or write it anew from the migrations: `schemagate snapshot --output FILE`.",
    fires: "`schema.sql` lacks a bracket",
    staysQuiet: "the declared schema builds in an empty database")

  func observations(in evidence: Evidence) -> [Observation] {
    guard let declared = evidence.declared, case .rejected(let rejection, let path) = declared.head else { return [] }
    if case .command? = evidence.target.schema { return [.failed(rejection, command: path)] }
    return [.rejected(rejection, path: path, isOneOfMany: declared.path == nil)]
  }
}

extension Observation {
  fileprivate static func rejected(_ rejection: Rejection, path: String, isOneOfMany: Bool) -> Self {
    let order =
      "Correct it; if it needs something that a later file makes, rename the files, which run in the order of their "
      + "names, or list them in order under `schema:`."
    return Self(
      "The database rejects the declared schema \(Marked.code(path)): \(rejection.words)",
      evidence: rejection.evidence(in: []), remedy: isOneOfMany ? order : nil,
      location: rejection.location ?? SourceLocation(path: path))
  }

  fileprivate static func failed(_ rejection: Rejection, command: String) -> Self {
    Self(
      "\(Marked.code(command)), which builds the declared schema, fails: \(rejection.words)",
      evidence: rejection.evidence(in: []), remedy: "Correct the models, or the command under `schema:`.")
  }
}
