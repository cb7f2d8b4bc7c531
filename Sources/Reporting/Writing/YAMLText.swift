/// Names in the YAML that readers copy.
enum YAMLText {
  /// A key, in double quotes unless it is a plain word.
  static func key(_ name: String) -> String {
    let plain =
      !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    return plain && name.first?.isLetter == true ? name : JSONText.quoted(name)
  }
}
