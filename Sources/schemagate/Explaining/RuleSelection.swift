import Checking
import SchemagateModel

/// The rules that a name means: all, those of a check, or one.
struct RuleSelection {
  let rules: [any Rule]

  init(name: String?, among all: [any Rule] = RuleCatalog.all) throws {
    guard let name else {
      rules = all
      return
    }
    rules = all.filter { $0.metadata.id == name || $0.metadata.check.rawValue == name }
    guard rules.isEmpty else { return }
    let checks = CheckID.allCases.map(\.rawValue).filter { id in all.contains { $0.metadata.check.rawValue == id } }
    throw RuleUnknown(name: name, nearest: NearestWord.to(name, among: all.map(\.metadata.id) + checks))
  }
}

/// There is neither a rule nor a check of this name.
struct RuleUnknown: ReportedError, Hashable {
  let name: String
  let nearest: String?
}

extension RuleUnknown {
  var exitStatus: Int32 { 2 }

  var report: ErrorReport {
    ErrorReport(
      what: "there is no rule and no check called \(name)",
      try: nearest.map { "did you mean \($0)? schemagate explain \($0)" } ?? "see all of them: schemagate explain")
  }
}
