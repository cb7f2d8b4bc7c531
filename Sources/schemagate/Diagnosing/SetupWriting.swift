import Foundation
import GitSource
import SchemagateModel

/// Writes what the rehearsal of the whole history finds missing in an empty database into files that provide it.
struct SetupWriting {
  let doctor: Doctor

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let repository = try GitRepository(at: doctor.repository.repo, environment: environment)
    let options = doctor.repository.showingFiles(of: repository)
    let report = try await doctor.output.withEvents { events in
      try await GateRun(
        options: options, base: .empty, head: options.head, command: "schemagate check --all",
        events: events, environment: environment
      ).run()
    }
    guard let report else { throw SelectionError.noTarget(notes: []) }
    let files = SetupFiles(targets: report.targets)
    for file in files.all { print(try write(file, below: repository.path)) }
    for error in report.errors + report.targets.filter({ $0.setup == nil }).flatMap(\.errors) { Failure.write(error) }
    for target in report.targets where target.setup == nil && target.stopsShort { Failure.write(Self.short(target)) }
    guard !report.targets.contains(where: { $0.setup == nil && ($0.stopsShort || $0.verdict == .unknown) }) else {
      throw ExitStatus.unknown
    }
    if files.all.isEmpty { print("nothing is missing: the whole history ran, and no setup file is needed") }
  }

  private static func short(_ target: TargetReport) -> ErrorReport {
    ErrorReport(
      what: "the history of \(target.name) doesn't run to its end, so what it lacks isn't known",
      try: "see why: schemagate check --all")
  }

  private func write(_ file: SetupFiles.File, below root: String) throws -> String {
    let step = StartFile(root: root, force: doctor.force).step(file.path, file.text)
    return try step.carryOut() + "; in \(Configuration.usualFile):\n\n\(file.lines)"
  }
}

extension TargetReport {
  /// What comes behind a refusal isn't seen.
  fileprivate var stopsShort: Bool {
    checks.contains { [.history, .apply].contains($0.id) && $0.outcome == .failed }
  }
}

/// One setup file for each target that lacks something.
struct SetupFiles {
  let all: [File]

  struct File: Hashable {
    let path: String
    let text: String
    /// What names it in the configuration.
    let lines: String
  }

  init(targets: [TargetReport]) {
    let lacking = targets.compactMap { target in target.setup.map { (target.name, $0) } }
    var taken: Set<String> = []
    all = lacking.map { name, text in
      var path = lacking.count == 1 ? "schemagate/setup.sql" : "schemagate/setup-\(Self.fileName(name)).sql"
      while !taken.insert(path).inserted { path = path.replacing(".sql", with: "-2.sql") }
      let target = YAMLScalar.text(TargetDefinition.plainName(name))
      return File(path: path, text: text, lines: "targets:\n  \(target):\n    setup: \(path)\n")
    }
  }

  private static func fileName(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
