import SchemagateModel

/// Tells a change that only repeats a rename: the definition of an index names the renamed column, and nothing else differs.
struct RenamedWords {
  private let names: [String: Set<String>]

  init(moved: [ObjectIdentity: ObjectIdentity]) {
    var names: [String: Set<String>] = [:]
    for (old, new) in moved {
      names[String(old.ownName), default: []].insert(String(new.ownName))
      for (before, after) in zip(old.name, new.name) where before != after {
        names[before, default: []].insert(after)
      }
    }
    self.names = names
  }

  /// Whether the attribute's two values are the same but for the renamed words.
  func explain(_ change: AttributeChange) -> Bool {
    guard !names.isEmpty, change.attribute.mayNameOthers, let base = change.base?.texts, let head = change.head?.texts,
      base.count == head.count
    else { return false }
    return zip(base, head).allSatisfy { isSame($0, $1) }
  }

  private func isSame(_ base: String, _ head: String) -> Bool {
    let (before, after) = (words(of: base), words(of: head))
    guard before.count == after.count else { return false }
    return zip(before, after).allSatisfy { $0 == $1 || names[$0]?.contains($1) == true }
  }

  /// Words without their quotation marks, strings as a whole, and every other character by itself; blanks don't count.
  private func words(of text: String) -> [String] {
    // A string names an object only in `'…'::regclass` and its like; any other string is the author's own text.
    let keepsStrings = !text.contains("::reg")
    var words: [String] = []
    var word = ""
    var inString = false
    for character in text {
      if character == "'", keepsStrings { inString.toggle() }
      if inString || (keepsStrings && character == "'") || character.isWordCharacter {
        word.append(character)
        continue
      }
      if !word.isEmpty { words.append(word) }
      word = ""
      if !character.isWhitespace, character != "\"" { words.append(String(character)) }
    }
    return word.isEmpty ? words : words + [word]
  }
}

extension Character {
  fileprivate var isWordCharacter: Bool { isLetter || isNumber || self == "_" || self == "$" }
}

extension Value {
  fileprivate var texts: [String]? {
    switch self {
    case .text(let text), .sql(let text): [text]
    case .list(let members), .set(let members): members
    case .flag, .integer: nil
    }
  }
}

extension Attribute {
  /// Whether the value can hold the name of another object, which changes when that object is renamed.
  fileprivate var mayNameOthers: Bool {
    switch self {
    case .definition, .type, .default, .generated, .partitionKey, .partitionOf, .inherits, .columns, .references,
      .ownedBy, .checks, .subtype, .returns, .arguments, .using, .withCheck, .schema, .sequence, .ofType,
      .replicaIdentity, .columnComments, .columnGrants, .memberGrants, .members, .mappings, .function, .server,
      .wrapper, .memberOf,
      .onUpdate, .partitions, .collation, .language:
      true
    case .owner, .comment, .grants, .options, .nullable, .identity, .storage, .compression, .position,
      .persistence, .rowSecurity, .forcedRowSecurity, .partitionBound, .accessMethod, .tablespace, .strict,
      .withoutRowID, .autoincrement, .validated, .deferrable, .initiallyDeferred, .noInherit, .valid, .unique, .start,
      .increment, .minimum, .maximum, .cache, .cycle, .labels, .volatility, .parallel, .securityDefiner,
      .leakproof, .nullInput, .cost, .rows, .settings, .enabled, .command, .permissive, .roles, .populated, .version,
      .checkOption, .statistics, .clustered, .securityLabels, .context, .event, .tags, .engine, .rowFormat,
      .characterSet, .invisible, .nextValue, .definer, .sqlMode, .schedule, .systemVersioning, .enforced, .algorithm,
      .deterministic, .dataAccess, .spatialReference, .userVersion, .applicationID:
      false
    }
  }
}
