/// One line that GitHub's runner obeys; nothing in its texts begins another command.
struct WorkflowCommand {
  let name: String
  let properties: [(name: String, value: String)]
  let message: String

  var line: String {
    let list = properties.map { "\($0.name)=\(Self.property($0.value))" }.joined(separator: ",")
    return "::\(name)\(list.isEmpty ? "" : " ")\(list)::\(Self.data(message))"
  }

  /// The runner reads no more than this: line breaks and its own escape character.
  private static func data(_ text: String) -> String {
    VisibleText.block(text, lines: 60, width: 1000).joined(separator: "\n").replacing("%", with: "%25")
      .replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(VisibleText.line(text, limit: 1000)).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
