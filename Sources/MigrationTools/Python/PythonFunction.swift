/// A function of a module.
struct PythonFunction {
  /// Where it stands in the source's bytes, its decorators included.
  let bytes: Range<Int>
  /// Whether it refuses to run, whatever the state.
  let alwaysRaises: Bool

  /// The statement at `index` is its head.
  init(at index: Int, in source: PythonSource) {
    let head = source.statements[index]
    let block = source.block(of: index)
    let decorators = source.statements[..<index].reversed().prefix {
      source.tokens(of: $0).first?.isMark("@") == true && $0.indentation == head.indentation
    }
    let end = block.isEmpty ? head.bytes.upperBound : source.statements[block.upperBound - 1].bytes.upperBound
    bytes = (decorators.last ?? head).bytes.lowerBound..<end
    let body = [source.inlineBody(of: head)] + source.statements[block].map(source.tokens(of:))
    let first = body.first { tokens in !tokens.allSatisfy(\.isText) }
    alwaysRaises = source.isName(first?.first, "raise")
  }
}
