/// The names that a class body sets, as far as they are constants.
struct PythonClass {
  let name: String
  private let scope: PythonScope

  /// `nil` where the statement at `index` defines no class.
  init?(at index: Int, in source: PythonSource) {
    guard let name = source.statements[index].defined(by: "class", in: source) else { return nil }
    self.name = source.spelling(name)
    scope = PythonScope(source, statements: source.block(of: index))
  }

  subscript(name: String) -> PythonScope.Assignment? { scope.assignment(to: name) }
}
