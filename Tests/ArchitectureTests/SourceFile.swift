import Foundation
import Testing

/// A Swift file of `Sources`, with the target that it belongs to.
struct SourceFile: Sendable, CustomTestStringConvertible {
  let target: String
  /// Relative to the package's root.
  let path: String
  let lines: [String]

  var testDescription: String { path }

  static let all: [SourceFile] = Diagram.folders.flatMap { target, folder in
    swiftFiles(below: folder).map { SourceFile(target: target, path: $0, lines: lines(of: $0)) }
  }

  /// The modules of this package that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index < 3, words.count > index + 1 else { return nil }
      let module = String(words[index + 1])
      return Diagram.folders[module] == nil ? nil : module
    }
  }

  /// Functions and initialisers with their length in lines, signature and closing brace included.
  var functions: [(name: String, lines: Int)] {
    lines.indices.compactMap { start in
      let line = lines[start]
      guard line.contains("func ") || line.contains("init("), !line.trimmed.hasPrefix("//") else { return nil }
      let indentation = line.prefix { $0 == " " }
      guard let end = lines[start...].firstIndex(of: indentation + "}"), !isRequirement(start, before: end) else {
        return nil
      }
      return (line.trimmed, end - start + 1)
    }
  }

  /// Whether another declaration begins at the same depth first: then the one at `start` has no body.
  private func isRequirement(_ start: Int, before end: Int) -> Bool {
    let depth = lines[start].prefix { $0 == " " }.count
    return lines[(start + 1)..<end].contains { line in
      line.prefix { $0 == " " }.count == depth
        && (line.contains("func ") || line.contains("init(") || line.contains("var "))
    }
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func swiftFiles(below folder: String) -> [String] {
    let paths = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    return (paths?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
      .sorted()
  }

  private static func lines(of path: String) -> [String] {
    let text = (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
