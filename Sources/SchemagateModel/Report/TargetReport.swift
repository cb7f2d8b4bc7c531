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
  /// The tables that the net changes touch, and their neighbours.
  package var tables: [TableReport]
  /// What the net changes mean for who may do what, one line each.
  package var access: [AccessReport]
  package var checks: [CheckReport]
  package var waivers: [WaiverReport]
  /// What the migrations do on the environments' snapshots.
  package var environments: [EnvironmentReport]
  package var notChecked: [NotChecked]
  /// A ready `setup:` file that provides what the scratch world lacked.
  package var setup: String?
  package var timings: [Timing]

  package struct Engine: Hashable, Sendable, Codable {
    package var name: EngineKind
    package var version: String?
    /// How the server was built, where that decides what it can do: SQLite's compile options.
    package var options: [String]

    package init(name: EngineKind, version: String?, options: [String] = []) {
      self.name = name
      self.version = version
      self.options = options
    }

    package init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      name = try fields.decode(EngineKind.self, forKey: .name)
      version = try fields.decodeIfPresent(String.self, forKey: .version)
      options = try fields.decodeIfPresent([String].self, forKey: .options) ?? []
    }
  }

  package init(
    name: String, engine: Engine, tool: String, verdict: Verdict, errors: [ErrorReport] = [],
    assumptions: [String] = [], migrations: MigrationsReport, changes: [ChangeReport] = [],
    tables: [TableReport] = [], access: [AccessReport] = [], checks: [CheckReport] = [], waivers: [WaiverReport] = [],
    environments: [EnvironmentReport] = [], notChecked: [NotChecked] = [], setup: String? = nil, timings: [Timing] = []
  ) {
    self.name = name
    self.engine = engine
    self.tool = tool
    self.verdict = verdict
    self.errors = errors
    self.assumptions = assumptions
    self.migrations = migrations
    self.changes = changes
    self.tables = tables
    self.access = access
    self.checks = checks
    self.waivers = waivers
    self.environments = environments
    self.notChecked = notChecked
    self.setup = setup
    self.timings = timings
  }
}

extension TargetReport: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, engine, tool, verdict, errors, assumptions, migrations, changes, tables, access, checks, waivers
    case environments, notChecked, setup, timings
  }

  /// Tolerates unknown keys, and a report that lacks what version 1 gained after its first release.
  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try fields.decode(String.self, forKey: .name),
      engine: try fields.decode(Engine.self, forKey: .engine),
      tool: try fields.decode(String.self, forKey: .tool),
      verdict: try fields.decode(Verdict.self, forKey: .verdict),
      errors: try fields.decodeIfPresent([ErrorReport].self, forKey: .errors) ?? [],
      assumptions: try fields.decodeIfPresent([String].self, forKey: .assumptions) ?? [],
      migrations: try fields.decode(MigrationsReport.self, forKey: .migrations),
      changes: try fields.decode([ChangeReport].self, forKey: .changes),
      tables: try fields.decodeIfPresent([TableReport].self, forKey: .tables) ?? [],
      access: try fields.decodeIfPresent([AccessReport].self, forKey: .access) ?? [],
      checks: try fields.decode([CheckReport].self, forKey: .checks),
      waivers: try fields.decode([WaiverReport].self, forKey: .waivers),
      environments: try fields.decodeIfPresent([EnvironmentReport].self, forKey: .environments) ?? [],
      notChecked: try fields.decode([NotChecked].self, forKey: .notChecked),
      setup: try fields.decodeIfPresent(String.self, forKey: .setup),
      timings: try fields.decode([Timing].self, forKey: .timings))
  }
}

/// A check's outcome in one target.
package struct CheckReport: Hashable, Sendable, Codable {
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
