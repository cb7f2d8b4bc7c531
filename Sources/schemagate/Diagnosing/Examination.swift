import Reporting
import SchemagateModel

/// Everything that was looked at.
struct Examination {
  let diagnoses: [Diagnosis]

  /// 2 before 3 before 0, as a check ends.
  var status: ExitStatus {
    let statuses = diagnoses.compactMap { diagnosis in
      if case .missing(_, let status) = diagnosis.state { ExitStatus(rawValue: status) } else { nil }
    }
    return [ExitStatus.usage, .unknown].first(where: statuses.contains) ?? .passed
  }

  /// A line for each, in sections; what there is to do stands below.
  var text: String {
    let sections = Diagnosis.Section.allCases.compactMap { section in
      let members = diagnoses.filter { $0.section == section }
      return members.isEmpty ? nil : lines(section, members).joined(separator: "\n")
    }
    return (sections + [conclusion]).joined(separator: "\n")
  }

  private func lines(_ section: Diagnosis.Section, _ members: [Diagnosis]) -> [String] {
    let names = members.map { VisibleText.line($0.what, limit: 60) }
    let width = names.map(\.count).max() ?? 0
    return [section.rawValue]
      + zip(names, members).flatMap { name, diagnosis in
        let padding = String(repeating: " ", count: width - name.count)
        let line = "  \(diagnosis.state.mark) \(name)\(padding)  \(VisibleText.line(diagnosis.state.says, limit: 2000))"
        return [line] + Self.remedy(diagnosis.state)
      }
  }

  private static func remedy(_ state: Diagnosis.State) -> [String] {
    let report = state.report
    let lines = report?.lines.map { VisibleText.block($0).map { "        \($0)" } } ?? []
    return (report?.at.map { ["      at: \(VisibleText.line($0, limit: 2000))"] } ?? [])
      + (report?.try.map { ["      try: \(VisibleText.line($0, limit: 2000))"] } ?? []) + lines
  }

  private var conclusion: String {
    status == .passed ? "A check can run: schemagate check" : "A check can't run yet: see what is marked ✗."
  }
}

extension Examination: Encodable {
  private enum Keys: String, CodingKey { case version, ready, status, findings }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Keys.self)
    try fields.encode(1, forKey: .version)
    try fields.encode(status == .passed, forKey: .ready)
    try fields.encode(status.rawValue, forKey: .status)
    try fields.encode(diagnoses, forKey: .findings)
  }
}

extension Diagnosis: Encodable {
  private enum Keys: String, CodingKey { case section, what, state, says, at, `try`, lines }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Keys.self)
    try fields.encode(section.rawValue, forKey: .section)
    try fields.encode(what, forKey: .what)
    try fields.encode(state.name, forKey: .state)
    try fields.encode(state.says, forKey: .says)
    try fields.encodeIfPresent(state.report?.at, forKey: .at)
    try fields.encodeIfPresent(state.report?.try, forKey: .try)
    try fields.encodeIfPresent(state.report?.lines, forKey: .lines)
  }
}
