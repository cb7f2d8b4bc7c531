import Glibc

/// The lines of a small text file; none where it can't be read.
func readLines(of path: String) -> [String] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var line: UnsafeMutablePointer<CChar>?
  defer { free(line) }
  var capacity = 0
  var lines: [String] = []
  while getline(&line, &capacity, file) >= 0 {
    if let line { lines.append(String(String(cString: line).prefix { !$0.isNewline })) }
  }
  return lines
}
