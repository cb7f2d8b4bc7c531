package import SchemagateModel

/// The types that declarations name.
package enum DeclaredTypes {
  /// Spellings that the server has to put in its own words before declarations and changes are compared.
  package static func typeNames(in declarations: [Declaration]) -> Set<String> {
    Set(
      declarations.flatMap { declaration -> [String] in
        guard case .expect(let change) = declaration.clause else { return [] }
        return details(of: change) + arguments(of: change)
      })
  }

  private static func details(of change: ExpectedChange) -> [String] {
    change.details.filter { $0.attribute == .type || $0.attribute == .returns || $0.attribute == .subtype }
      .flatMap { [$0.base, $0.head] }.compactMap { $0 }
  }

  private static func arguments(of change: ExpectedChange) -> [String] {
    guard change.kind.takesArguments else { return [] }
    let names = [change.name, change.newName].compactMap { $0?.parts.last }
    return names.flatMap(ArgumentList.types).filter { !$0.contains("*") }
  }
}
