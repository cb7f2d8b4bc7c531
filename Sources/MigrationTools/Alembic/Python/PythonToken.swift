/// A piece of a Python line, as far as literal assignments need it.
enum PythonToken: Hashable {
  case name(String)
  case text(String)
  /// A number, a formatted string, bytes: a value that isn't known from the text alone.
  case other
  /// An operator or a bracket.
  case mark(String)
}

/// One statement's line: brackets, backslashes and long strings join the lines of the file.
struct PythonLine: Hashable {
  /// From 1, where it begins.
  let number: Int
  let indentation: Int
  let tokens: [PythonToken]
  /// Where it stands in the text's bytes, its indentation included.
  let bytes: Range<Int>
}
