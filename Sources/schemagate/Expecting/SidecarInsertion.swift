/// Adds entries to the `expect:` list of a sidecar file, and leaves everything else in it as it is.
struct SidecarInsertion {
  /// `nil` where there is no file yet.
  let text: String?

  /// `nil` where the list is written in a form that lines can't be added to.
  func inserting(_ entries: [String]) -> String? {
    guard let text else { return list(entries, indent: "  ") }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let key = lines.firstIndex(where: { $0.hasPrefix("expect:") }) else {
      let separator = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
      return text + separator + list(entries, indent: "  ")
    }
    guard lines[key].dropFirst("expect:".count).allSatisfy(\.isWhitespace) else { return nil }
    let next = key + 1 < lines.count ? lines[key + 1] : ""
    let indent = next.drop { $0 == " " }.hasPrefix("- ") ? String(next.prefix { $0 == " " }) : "  "
    lines.insert(contentsOf: items(entries, indent: indent), at: key + 1)
    return lines.joined(separator: "\n")
  }

  private func list(_ entries: [String], indent: String) -> String {
    (["expect:"] + items(entries, indent: indent)).joined(separator: "\n") + "\n"
  }

  private func items(_ entries: [String], indent: String) -> [String] {
    entries.map { "\(indent)- '\($0.replacing("'", with: "''"))'" }
  }
}
