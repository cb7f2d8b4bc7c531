import SchemagateModel

/// How the check went: what kept it from its end, and what it left unchecked.
struct SARIFInvocation {
  let report: Report
  /// Findings beyond the number that a service takes.
  let left: Int

  var value: JSONValue {
    .record([
      ("executionSuccessful", .flag(report.verdict != .unknown)),
      ("commandLine", report.command.map { .text(VisibleText.line($0, limit: 1000)) }),
      ("toolExecutionNotifications", .list(errors + targets + cut)),
    ])
  }

  private var errors: [JSONValue] { report.errors.map { notification("error", FindingText.whole($0)) } }

  private var targets: [JSONValue] {
    report.targets.filter { $0.verdict != .unchanged }.flatMap { target in
      target.obstacles.map { notification("error", "\(target.name): \(FindingText.whole($0))") }
        + target.everythingNotChecked.map {
          notification("note", "\(target.name): not checked: \(FindingText.whole($0))")
        }
    }
  }

  private var cut: [JSONValue] {
    left > 0 ? [notification("warning", "\(Count.of(left, "finding", "findings")) more: see the full report")] : []
  }

  private func notification(_ level: String, _ text: String) -> JSONValue {
    .record([("level", .text(level)), ("message", SARIFText.message(text))])
  }
}
