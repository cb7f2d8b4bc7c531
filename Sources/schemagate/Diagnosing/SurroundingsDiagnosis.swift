import Foundation
import GitSource
import SchemagateModel

/// What calls schemagate, and what carries its reports: a check runs without any of it.
struct SurroundingsDiagnosis {
  let repository: GitRepository?
  let environment: [String: String]

  func examine() -> [Diagnosis] { (repository.map { [hook($0)] + integration($0) } ?? []) + [curl] }

  private func hook(_ repository: GitRepository) -> Diagnosis {
    let path = repository.hooksPath + "/pre-push"
    let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    if let text, text.contains("schemagate hook pre-push") || HookScript.isOurs(text) {
      return Diagnosis(section: .surroundings, what: "pre-push hook", state: .found(path))
    }
    let report =
      text == nil
      ? ErrorReport(what: "not installed", try: "schemagate hook install")
      : HookInstallerError.otherHook(path: path).report
    return Diagnosis(section: .surroundings, what: "pre-push hook", state: .advice(report))
  }

  private func integration(_ repository: GitRepository) -> [Diagnosis] {
    let systems = ContinuousIntegration.found(in: repository)
    guard !systems.isEmpty else {
      let report = ErrorReport(
        what: "no CI system's files were found", try: "see the folder ci-templates of schemagate for one to begin with")
      return [Diagnosis(section: .surroundings, what: "CI", state: .advice(report))]
    }
    return systems.map { system in
      if system.isSetUp(in: repository.path) {
        return Diagnosis(section: .surroundings, what: "CI", state: .found("\(system.title) calls schemagate"))
      }
      let report = ErrorReport(what: "\(system.title) doesn't call schemagate yet", try: "schemagate init")
      return Diagnosis(section: .surroundings, what: "CI", state: .advice(report))
    }
  }

  /// `publish` sends with it.
  private var curl: Diagnosis {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let file = folders.lazy.map { "\($0)/curl" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    if let file { return Diagnosis(section: .surroundings, what: "curl", state: .found("\(file), for publishing")) }
    let report = ErrorReport(what: "not on PATH; publishing a report needs it", try: "apt-get install curl")
    return Diagnosis(section: .surroundings, what: "curl", state: .advice(report))
  }
}
