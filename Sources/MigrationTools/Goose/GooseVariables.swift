/// What `-- +goose ENVSUB ON` replaces: `$NAME`, `${NAME}`, `${NAME:-default}` (unset or empty) and `${NAME-default}`
/// (unset), as github.com/mfridman/interpolate does. A name without a value becomes nothing; `$$` and `$1` stay.
struct GooseVariables {
  let values: [String: String]

  func expand(_ line: String) -> String {
    line.replacing(/\\\$|\$(?:(?<plain>[A-Za-z_]\w*)|\{(?<name>[A-Za-z_]\w*)(?:(?<mark>:?-)(?<other>[^}]*))?\})/) {
      match in
      guard let name = match.output.plain ?? match.output.name else { return "$" }
      let value = values[String(name)]
      guard let mark = match.output.mark, let other = match.output.other else { return value ?? "" }
      let isMissing = value == nil || (mark == ":-" && value == "")
      return isMissing ? String(other) : value ?? ""
    }
  }
}
