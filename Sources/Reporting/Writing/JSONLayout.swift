/// Breaks a JSON value into lines: two spaces per level, small plain values on one line.
struct JSONLayout {
  let width: Int

  func text(of value: JSONValue, indent: Int = 0, prefix: Int = 0) -> String {
    switch value {
    case .null, .flag, .number, .text: value.compact
    case .list(let values):
      fitted(value, values, at: indent + prefix)
        ?? block("[", values.map { text(of: $0, indent: indent + 2) }, "]", indent: indent)
    case .object(let members):
      fitted(value, members.map(\.value), at: indent + prefix)
        ?? block("{", members.map { member($0, indent: indent + 2) }, "}", indent: indent)
    }
  }

  private func member(_ member: JSONValue.Member, indent: Int) -> String {
    let key = JSONText.quoted(member.key) + ": "
    return key + text(of: member.value, indent: indent, prefix: key.count)
  }

  private func fitted(_ value: JSONValue, _ parts: [JSONValue], at column: Int) -> String? {
    guard parts.allSatisfy(\.isPlain) else { return nil }
    let line = value.line(separator: ", ", colon: ": ")
    return column + line.count < width ? line : nil
  }

  private func block(_ open: String, _ lines: [String], _ close: String, indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    return open + "\n" + lines.map { space + "  " + $0 }.joined(separator: ",\n") + "\n" + space + close
  }
}
