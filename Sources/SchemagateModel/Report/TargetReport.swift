/// One target's part of a report.
package struct TargetReport: Hashable, Sendable {
  package var name: String
  /// `nil` version where no server was reached.
  package var engine: Engine
  package var tool: String
  package var verdict: Verdict
  package var errors: [ErrorReport]
  /// What detection assumed; empty for a configured target.
  package var assumptions: [String]
  package var migrations: MigrationsReport
  /// Net changes from base to head.
  package var changes: [ChangeReport]
  package var checks: [CheckReport]
  package var waivers: [WaiverReport]
  package var notChecked: [NotChecked]
  /// A ready `setup:` file that provides what the scratch world lacked.
  package var setup: String?
  package var timings: [Timing]

  package struct Engine: Hashable, Sendable, Codable {
    package var name: EngineKind
    package var version: String?

    package init(name: EngineKind, version: String?) {
      self.name = name
      self.version = version
    }
  }

  package init(
    name: String, engine: Engine, tool: String, verdict: Verdict, errors: [ErrorReport] = [],
    assumptions: [String] = [], migrations: MigrationsReport, changes: [ChangeReport] = [], checks: [CheckReport] = [],
    waivers: [WaiverReport] = [], notChecked: [NotChecked] = [], setup: String? = nil, timings: [Timing] = []
  ) {
    self.name = name
    self.engine = engine
    self.tool = tool
    self.verdict = verdict
    self.errors = errors
    self.assumptions = assumptions
    self.migrations = migrations
    self.changes = changes
    self.checks = checks
    self.waivers = waivers
    self.notChecked = notChecked
    self.setup = setup
    self.timings = timings
  }
}

/// A check's outcome in one target.
package struct CheckReport: Hashable, Sendable {
  package var id: CheckID
  package var outcome: Outcome
  /// Why it was skipped.
  package var reason: String?
  package var findings: [Finding]

  package enum Outcome: String, Hashable, Sendable, Codable {
    case passed
    case failed
    case warned
    case skipped
  }

  package init(id: CheckID, outcome: Outcome, reason: String? = nil, findings: [Finding] = []) {
    self.id = id
    self.outcome = outcome
    self.reason = reason
    self.findings = findings
  }
}

/// A waiver that accepted a finding.
package struct WaiverReport: Hashable, Sendable, Codable {
  package var rule: String
  package var on: String?
  package var because: String
  /// Where it stands: a migration's file and line, or the configuration file.
  package var location: SourceLocation?

  package init(rule: String, on: String?, because: String, location: SourceLocation?) {
    self.rule = rule
    self.on = on
    self.because = because
    self.location = location
  }
}
