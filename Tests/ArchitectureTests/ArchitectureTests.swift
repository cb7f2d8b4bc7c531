import Testing

@Suite("architecture")
struct ArchitectureTests {
  @Test("every target of the diagram has files")
  func targetsHaveFiles() {
    let empty = Diagram.folders.keys.filter { target in !SourceFile.all.contains { $0.target == target } }
    #expect(empty.isEmpty)
  }

  @Test("nothing imports upwards")
  func importsFollowTheDiagram() {
    for file in SourceFile.all {
      let allowed = Diagram.mayImport[file.target] ?? []
      let refused = file.imports.filter { !allowed.contains($0) }
      #expect(refused.isEmpty, "\(file.path) imports \(refused)")
    }
  }

  @Test("Package.swift gives each target what the diagram allows, and no more")
  func manifestFollowsTheDiagram() {
    let declared = Manifest().dependencies
    #expect(Set(declared.keys) == Set(Diagram.mayImport.keys))
    for (target, allowed) in Diagram.mayImport { #expect(declared[target] == allowed, "\(target)") }
  }

  @Test("files stay below 400 lines and functions below 60")
  func sizes() {
    for file in SourceFile.all {
      #expect(file.lines.count <= 400, "\(file.path)")
      for function in file.functions {
        #expect(function.lines <= 60, "\(file.path): \(function.name)")
      }
    }
  }

  @Test("every type that crosses a target says what it promises")
  func packageTypesAreDocumented() {
    for file in SourceFile.all {
      for (index, line) in file.lines.enumerated() where line.declaresPackageType {
        let before = file.lines[..<index].last { !$0.trimmed.hasPrefix("@") } ?? ""
        #expect(before.trimmed.hasPrefix("///") || line.isNested, "\(file.path): \(line.trimmed)")
      }
    }
  }

  @Test("no type is named after nothing")
  func names() {
    for file in SourceFile.all {
      for line in file.lines where line.declaresType {
        for word in ["Manager", "Helper", "Util", "Utils", "Data", "Info"] {
          let name = line.typeName
          #expect(!name.hasSuffix(word), "\(file.path): \(name)")
        }
      }
    }
  }
}

extension String {
  fileprivate static var typeKeywords: [String] { ["struct ", "enum ", "class ", "actor ", "protocol "] }

  fileprivate var declaresType: Bool {
    guard hasSuffix("{") else { return false }
    let line = trimmed
    return !line.hasPrefix("//") && Self.typeKeywords.contains { line.hasPrefix($0) || line.contains(" \($0)") }
  }

  fileprivate var declaresPackageType: Bool { trimmed.hasPrefix("package ") && declaresType }

  /// A nested type's promise stands with its owner, unless it says more.
  fileprivate var isNested: Bool { hasPrefix(" ") }

  fileprivate var typeName: String {
    let words = trimmed.split { " :<{".contains($0) }.map(String.init)
    guard let index = words.firstIndex(where: { Self.typeKeywords.contains($0 + " ") }) else { return "" }
    return words.count > index + 1 ? words[index + 1] : ""
  }
}
