import SchemagateModel

extension TargetReport {
  /// The branch changes no input of the target.
  static func unchanged(_ target: TargetDefinition) -> TargetReport {
    TargetReport(
      name: target.name, engine: .init(name: target.engine, version: nil), tool: target.tool.name, verdict: .unchanged,
      assumptions: target.assumptions, migrations: MigrationsReport())
  }

  /// Something stopped the target before its history was known.
  static func failed(_ target: TargetDefinition, _ error: any Error) -> TargetReport {
    TargetReport(
      name: target.name, engine: .init(name: target.engine, version: nil), tool: target.tool.name, verdict: .unknown,
      errors: [ErrorReport(error)], assumptions: target.assumptions, migrations: MigrationsReport(),
      notChecked: [NotChecked(what: "everything", why: ErrorReport(error).what)])
  }
}

extension ErrorReport {
  /// An error's own words; one without words is a defect of ours and says so.
  init(_ error: any Error) {
    self =
      (error as? any ReportedError)?.report
      ?? ErrorReport(what: String(describing: error), try: "this is a defect of schemagate: please report it")
  }
}
