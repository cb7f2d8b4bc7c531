import SchemagateModel

/// What is wrong with the configuration file, and where.
struct ConfigurationError: ReportedError, Hashable {
  let fact: Fact
  let place: Place

  struct Place: Hashable, Sendable {
    let file: String
    let line: Int?
  }

  enum Fact: Hashable, Sendable {
    case unreadable(reason: String)
    case syntax(problem: String)
    case severalDocuments
    case duplicateKey(String)
    case unknownKey(String, under: String?, known: [String])
    case wrongType(key: String, expected: String, found: String)
    case unknownWord(String, key: String, known: [String])
    case missingKey(String, under: String)
    case unsupportedVersion(String)
    case missingVariable(String)
    case badDate(String, key: String)
    case badDuration(String, key: String)
    case badName(String, key: String)
    case badFunction(String)
    case badServer(String)
    case outsideRepository(String, key: String)
    case noTargets
    case undetected(key: String, target: String)
  }

  init(_ fact: Fact, at place: Place) {
    self.fact = fact
    self.place = place
  }

  var exitStatus: Int32 { 2 }
}

extension ConfigurationError {
  var report: ErrorReport {
    ErrorReport(what: what, at: place.line.map { "\(place.file):\($0)" } ?? place.file, try: remedy)
  }

  private var what: String {
    switch fact {
    case .unreadable(let reason): "the configuration can't be read: \(reason)"
    case .syntax(let problem): "the file is not valid YAML: \(problem)"
    case .severalDocuments: "the file holds several YAML documents"
    case .duplicateKey(let key): "the key `\(key)` stands twice in one mapping"
    case .unknownKey(let key, let parent, _): "unknown key `\(key)`" + (parent.map { " under `\($0)`" } ?? "")
    case .wrongType(let key, let expected, let found): "`\(key)` must be \(expected), not \(found)"
    case .unknownWord(let word, let key, _): "`\(key)` can't be `\(word)`"
    case .missingKey(let key, let parent): "`\(parent)` lacks the key `\(key)`"
    case .unsupportedVersion(let version): "version `\(version)` of the configuration is not known"
    case .missingVariable(let name): "the environment has no variable `\(name)`"
    case .badDate(let text, let key): "`\(key)` is `\(text)`, which is no date"
    case .badDuration(let text, let key): "`\(key)` is `\(text)`, which is no duration"
    case .badName(let text, let key): "`\(key)` is `\(text)`, which is no object name"
    case .badFunction(let text): "`\(text)` is no function with its number of arguments"
    case .badServer(let text): "`server` is `\(text)`, which is neither `embedded` nor a URL"
    case .outsideRepository(let path, let key): "`\(key)` leads out of the repository: `\(path)`"
    case .noTargets: "`targets` is empty"
    case .undetected(let key, let target): "the target `\(target)` has no `\(key)`, and none could be detected"
    }
  }

  private var remedy: String {
    switch fact {
    case .unreadable: "put a plain file in its place; --config names one that lies elsewhere"
    case .syntax: "indent with spaces, and quote text that holds `: ` or begins with a special character"
    case .severalDocuments: "keep one document: remove the line `---` and what follows it"
    case .duplicateKey(let key): "keep one `\(key)`"
    case .unknownKey(let key, _, let known): Self.advice(for: key, among: known)
    case .wrongType(let key, let expected, _): "write \(expected) after `\(key):`"
    case .unknownWord(let word, _, let known): Self.advice(for: word, among: known)
    case .missingKey(let key, _): "add `\(key):`"
    case .unsupportedVersion: "write `version: 1`"
    case .missingVariable(let name): "set \(name), or write the value into the file"
    case .badDate: "write it as YYYY-MM-DD, for example 2027-01-31"
    case .badDuration: "write a number with its unit: 500ms, 30s or 2m"
    case .badName: "write it as in SQL: public.users, audit.*, or \"Odd Name\""
    case .badFunction: "write name/arguments, for example normalize/1, or name/-1 for any number"
    case .badServer: "write `embedded`, or a URL such as postgresql://user@host/postgres"
    case .outsideRepository: "name a path below the repository's root, without `..` and without a leading `/`"
    case .noTargets: "name a target, or leave `targets` out to have them detected"
    case .undetected(let key, let target): "add `\(key):` under `targets.\(target)`"
    }
  }

  private static func advice(for word: String, among known: [String]) -> String {
    if let nearest = NearestWord.to(word, among: known) { return "did you mean `\(nearest)`?" }
    return "use one of: " + known.joined(separator: ", ")
  }
}
