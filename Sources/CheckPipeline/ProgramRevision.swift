import SchemagateModel

extension ToolPlan {
  /// The same plan without the common call, which would go on to migrations that aren't among the steps.
  var stepwise: ToolPlan { ToolPlan(prepare: prepare, steps: steps, skipped: skipped, refusal: refusal) }

  /// The same plan, with the tool's program run on this revision's files.
  func running(on revision: ProgramCall.Revision) -> ToolPlan {
    ToolPlan(
      prepare: prepare, steps: steps.map { $0.running(on: revision) }, skipped: skipped, refusal: refusal,
      together: together?.running(on: revision))
  }
}

extension Step {
  fileprivate func running(on revision: ProgramCall.Revision) -> Step {
    guard case .command(let call) = script.body else { return self }
    let script = MigrationScript(
      path: script.path, body: .command(call.running(on: revision)), transaction: script.transaction,
      contentID: script.contentID, checksum: script.checksum)
    return Step(
      migration: migration, direction: direction, script: script, session: session, bookkeeping: bookkeeping)
  }
}

extension ProgramCall {
  fileprivate func running(on revision: Revision) -> ProgramCall {
    var call = self
    call.revision = revision
    return call
  }
}
