internal import Foundation
internal import SchemagateModel

/// The entries of a changelog in XML, YAML or JSON, in order: what it includes, and the change sets that stand in it.
struct LiquibaseChangelog {
  enum Entry: Equatable {
    case include(String, isRelative: Bool)
    case includeAll(String, isRelative: Bool)
    case changeSet(id: String, author: String)
    case property(name: String, value: String)
    /// Nothing of the file can be told.
    case unreadable
  }

  let entries: [Entry]

  init?(path: String, text: String) {
    switch path.lastPart.split(separator: ".").last?.lowercased() {
    case "xml": entries = Self.xml(text)
    case "yaml", "yml": entries = Self.yaml(text)
    case "json": entries = Self.json(text)
    default: return nil
    }
  }

  private static func entry(_ kind: String, _ values: [String: String]) -> Entry? {
    let isRelative = values["relativeToChangelogFile"]?.lowercased() == "true"
    switch kind {
    case "include": return values["file"].map { .include($0, isRelative: isRelative) }
    case "includeAll": return values["path"].map { .includeAll($0, isRelative: isRelative) }
    case "changeSet": return .changeSet(id: values["id"] ?? "", author: values["author"] ?? "")
    case "property": return values["name"].map { .property(name: $0, value: values["value"] ?? "") }
    default: return nil
    }
  }

  private static func xml(_ text: String) -> [Entry] {
    let plain = text.replacing(/<!--[\s\S]*?-->/, with: "")
    return plain.matches(of: /<(?:\w+:)?(include|includeAll|changeSet|property)\b([^>]*)>/).compactMap { match in
      let pairs = match.output.2.matches(of: /(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/).map {
        (String($0.output.1), String($0.output.2 ?? $0.output.3 ?? ""))
      }
      return entry(String(match.output.1), Dictionary(pairs) { first, _ in first })
    }
  }

  /// Items of one list, block or flow style; what is nested deeper than their own keys belongs to change sets.
  private static func yaml(_ text: String) -> [Entry] {
    var items: [(kind: String, values: [String: String])] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.trimmed
      if line.hasPrefix("#") { continue }
      if let match = line.wholeMatch(of: /-\s+(include|includeAll|changeSet|property):\s*(?:\{(.*)\})?\s*(?:#.*)?/) {
        items.append((String(match.output.1), [:]))
        for pair in (match.output.2 ?? "").split(separator: ",") { add(pair.trimmed, to: &items) }
      } else {
        add(line, to: &items)
      }
    }
    return items.compactMap { entry($0.kind, $0.values) }
  }

  private static func add(_ line: String, to items: inout [(kind: String, values: [String: String])]) {
    guard !items.isEmpty, let match = line.wholeMatch(of: /-?\s*(\w+):\s*(.+)/) else { return }
    let key = String(match.output.1)
    if items[items.count - 1].values[key] == nil {
      items[items.count - 1].values[key] = match.output.2.trimmed.filter { $0 != "\"" && $0 != "'" }
    }
  }

  private struct Document: Decodable {
    let databaseChangeLog: [[String: Values]]
  }

  /// The plain values of an object; lists and objects in it are change sets' own.
  private struct Values: Decodable {
    let texts: [String: String]

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    /// What is no object (a list of preconditions, a plain word) has none of the values that count.
    init(from decoder: any Decoder) throws {
      guard let values = try? decoder.container(keyedBy: Key.self) else {
        texts = [:]
        return
      }
      let pairs = values.allKeys.compactMap { key -> (String, String)? in
        if let text = try? values.decode(String.self, forKey: key) { return (key.stringValue, text) }
        if let flag = try? values.decode(Bool.self, forKey: key) { return (key.stringValue, String(flag)) }
        return (try? values.decode(Int.self, forKey: key)).map { (key.stringValue, String($0)) }
      }
      texts = Dictionary(pairs) { first, _ in first }
    }
  }

  private static func json(_ text: String) -> [Entry] {
    guard let document = try? JSONDecoder().decode(Document.self, from: Data(text.utf8)) else {
      return [.unreadable]
    }
    return document.databaseChangeLog.flatMap { $0.compactMap { entry($0.key, $0.value.texts) } }
  }
}
