import ArgumentParser
import EngineInterface
import Foundation
import GitSource
import SchemagateModel

/// What this machine has, and what it lacks for the repository's targets.
struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what each engine finds on this machine, and how to get what is missing.",
    discussion: """
      Nothing is started or changed. Exit status: 0 where the repository's targets have what they need, 3 where not.
      """)

  @OptionGroup var repository: RepositoryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let targets = try targets(environment)
    var isLacking = false
    for engine in Engines.all(environment: environment) {
      let users = targets.filter { engine.kinds.contains($0.engine) && $0.server == .embedded }
      let equipment = await engine.equipment()
      print(Self.lines(engine.kinds, equipment, users).joined(separator: "\n"))
      isLacking = isLacking || !users.isEmpty && equipment.contains(where: \.isMissing)
    }
    if isLacking { throw ExitStatus.unknown }
  }

  /// Outside of a repository there are no targets, and still something to say.
  private func targets(_ environment: [String: String]) throws -> [TargetDefinition] {
    let everything = GateRun(
      options: repository, base: .empty, head: repository.head, command: "schemagate doctor", environment: environment)
    do { return try everything.targets() } catch let error as GitError {
      guard case .notARepository = error else { throw error }
      StandardError.write("note: \(error.report.what.onOneLine)")
      return []
    }
  }

  private static func lines(
    _ kinds: [EngineKind], _ equipment: [Equipment], _ users: [TargetDefinition]
  ) -> [String] {
    let needed = users.isEmpty ? "" : " (for \(users.map(\.name).joined(separator: ", ")))"
    return [kinds.map(\.rawValue).joined(separator: ", ") + needed] + equipment.flatMap(\.lines)
  }
}

extension Equipment {
  fileprivate var isMissing: Bool {
    switch state {
    case .found: false
    case .missing: true
    }
  }

  fileprivate var lines: [String] {
    switch state {
    case .found(let place): return ["  \(what): \(place)"]
    case .missing(let report):
      let remedy = report.try.map { ["    try: \($0.onOneLine)"] } ?? []
      return ["  \(what): missing. \(report.what.onOneLine)"] + remedy
    }
  }
}
