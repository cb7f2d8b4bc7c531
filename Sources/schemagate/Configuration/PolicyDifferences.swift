import SchemagateModel

/// How the branch's policy differs from base's, in sentences, in an order that depends on nothing else.
struct PolicyDifferences {
  let base: Configuration?
  let head: Configuration?
  /// The branch's targets that base migrates without naming them.
  let unnamed: Set<String>

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
    let found = head.map { ($0, base.counterpart(of: $0)) }
    let kept = Set(found.compactMap { $0.1?.name })
    return found.flatMap { target, old in old.map { differences($0, target) } ?? added(target) }
      + base.filter { !kept.contains($0.name) }.map {
        "the branch removes the target `\($0.name)` from the configuration"
      }
  }

  private func added(_ target: TargetDraft) -> [String] {
    guard Policy.TargetPolicy(target) != .usual else { return [] }
    let holds =
      unnamed.contains(target.name) ? "not named on base: the usual policy holds" : "new: its own policy holds"
    return ["the target `\(target.name)` is \(holds)"]
  }

  private func differences(_ base: TargetDraft, _ head: TargetDraft) -> [String] {
    let isRenamed = base.name != head.name
    let name = isRenamed ? ["the branch names the target `\(base.name)` \(head.name); base's policy holds"] : []
    return name + policy(base, head) + settings(base, head)
  }

  private func policy(_ base: TargetDraft, _ head: TargetDraft) -> [String] {
    let (old, new) = (Policy.TargetPolicy(base), Policy.TargetPolicy(head))
    let pairs = [
      ("ignore", names(old.ignore), names(new.ignore)),
      ("expectations", old.expectations.rawValue, new.expectations.rawValue),
      ("privileges", old.privileges.rawValue, new.privileges.rawValue),
    ]
    let shown = pairs.filter { $0.1 != $0.2 }.map { key, old, new in
      "`\(key)` of the target `\(base.name)` is \(old) on base and \(new) on the branch; base's holds"
    }
    guard old.environments != new.environments else { return shown }
    return shown + ["the branch changes `environments` of the target `\(base.name)`; base's hold"]
  }

  /// What the branch's migrations may need, and what can hide as much as a policy.
  private func settings(_ base: TargetDraft, _ head: TargetDraft) -> [String] {
    let lists = [
      ("migrations", base.migrations, head.migrations), ("setup", base.setup, head.setup),
      ("session", base.session, head.session),
    ]
    let shown = lists.filter { $0.1 != $0.2 }.map { key, old, new in
      let runs = key == "migrations" ? "the branch's hold" : "the branch's runs"
      return "`\(key)` of the target `\(base.name)` is \(list(old)) on base and \(list(new)) on the branch; \(runs)"
    }
    return shown + others(base, head)
  }

  /// Values that are long, or that may hold a password, are not shown.
  private func others(_ base: TargetDraft, _ head: TargetDraft) -> [String] {
    let keys = [
      ("engine", base.engine == head.engine), ("server-version", base.serverVersion == head.serverVersion),
      ("tool", base.tool == head.tool), ("server", base.server == head.server),
      ("variables", base.variables == head.variables), ("functions", base.functions == head.functions),
      ("setup: preset", base.preset == head.preset), ("schema", base.schema == head.schema),
      ("inputs", base.inputs == head.inputs),
    ]
    return keys.filter { !$0.1 }.map { key, _ in
      "the branch changes `\(key)` of the target `\(base.name)`; the branch's holds"
    }
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
