import SchemagateModel

/// How the branch's policy differs from base's, in sentences, in an order that depends on nothing else.
struct PolicyDifferences {
  let base: Configuration?
  let head: Configuration?

  var sentences: [String] {
    guard let base else {
      return head.map { ["the branch adds \($0.file): its own policy holds until it is merged"] } ?? []
    }
    guard let head else { return ["the branch removes \(base.file): base's policy stays in force"] }
    return rules(base.rules, head.rules) + budget(base.budget, head.budget) + waivers(base.allow, head.allow)
      + targets(base.targets, head.targets)
  }

  private func rules(_ base: [String: RuleSetting], _ head: [String: RuleSetting]) -> [String] {
    Set(base.keys).union(head.keys).sorted().compactMap { rule in
      let (old, new) = (base[rule]?.word ?? "its default", head[rule]?.word ?? "its default")
      return old == new ? nil : "rule `\(rule)` is \(old) on base and \(new) on the branch; base's holds"
    }
  }

  private func budget(_ base: Configuration.Budget, _ head: Configuration.Budget) -> [String] {
    let limits = [("migration", base.migration, head.migration), ("total", base.total, head.total)]
    return limits.filter { $0.1 != $0.2 }.map { name, old, new in
      "budget `\(name)` is \(seconds(old)) on base and \(seconds(new)) on the branch; base's holds"
    }
  }

  private func seconds(_ seconds: Double?) -> String {
    guard let seconds else { return "not set" }
    return seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(Int((seconds * 1000).rounded())) ms"
  }

  private func waivers(_ base: [LastingWaiver], _ head: [LastingWaiver]) -> [String] {
    head.filter { !base.contains($0) }.map { "the branch adds a lasting waiver of \($0.words); it does not hold yet" }
      + base.filter { !head.contains($0) }.map { "the branch removes a lasting waiver of \($0.words); it still holds" }
  }

  private func targets(_ base: [TargetDraft], _ head: [TargetDraft]) -> [String] {
    let old = Dictionary(base.map { ($0.name, $0) }) { first, _ in first }
    let new = Set(head.map(\.name))
    return head.flatMap { target in old[target.name].map { differences($0, target) } ?? added(target) }
      + base.filter { !new.contains($0.name) }.map {
        "the branch removes the target `\($0.name)` from the configuration"
      }
  }

  private func added(_ target: TargetDraft) -> [String] {
    Policy.TargetPolicy(target) == .usual ? [] : ["the target `\(target.name)` is new: its own policy holds"]
  }

  private func differences(_ base: TargetDraft, _ head: TargetDraft) -> [String] {
    let (old, new) = (Policy.TargetPolicy(base), Policy.TargetPolicy(head))
    let pairs = [
      ("ignore", names(old.ignore), names(new.ignore)),
      ("expectations", old.expectations.rawValue, new.expectations.rawValue),
      ("privileges", old.privileges.rawValue, new.privileges.rawValue),
    ]
    let policy = pairs.filter { $0.1 != $0.2 }.map { key, old, new in
      "`\(key)` of the target `\(base.name)` is \(old) on base and \(new) on the branch; base's holds"
    }
    guard base.setup != head.setup else { return policy }
    let files = "\(list(base.setup)) on base and \(list(head.setup)) on the branch; the branch's runs"
    return policy + ["`setup` of the target `\(base.name)` is \(files)"]
  }

  private func names(_ patterns: [NamePattern]) -> String { list(patterns.map { ObjectName.pattern($0) }.sorted()) }
  private func list(_ words: [String]) -> String { words.isEmpty ? "empty" : words.joined(separator: ", ") }
}

extension ObjectName {
  /// A pattern as the file would write it; `*` needs no quotes.
  fileprivate static func pattern(_ pattern: NamePattern) -> String {
    pattern.parts.map { $0.contains("*") ? $0 : dotted([$0]) }.joined(separator: ".")
  }
}

extension RuleSetting {
  fileprivate var word: String {
    switch self {
    case .severity(let severity): severity.rawValue
    case .off: "off"
    }
  }
}

extension LastingWaiver {
  /// `rule` with what it covers and until when.
  fileprivate var words: String {
    let place = on.map { " on `\($0.parts.joined(separator: "."))`" } ?? ""
    return "`\(rule)`\(place)" + (until.map { " until \($0)" } ?? "")
  }
}
