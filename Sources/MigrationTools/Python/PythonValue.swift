/// A value as Python source writes it, as far as it can be told without running anything.
indirect enum PythonValue: Hashable {
  case none
  case flag(Bool)
  case text(String)
  /// A list or a tuple.
  case sequence([PythonValue])
  /// A function called with these arguments.
  case call(String, [PythonValue])
  /// A name, with dots where it has them.
  case name(String)
  /// Whatever has to be computed.
  case computed

  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// What stands for some strings: nothing, one, or a row of them; `nil` for anything else.
  var texts: [String]? {
    switch self {
    case .none: return []
    case .text(let text): return [text]
    case .sequence(let items):
      let texts = items.compactMap(\.text)
      return texts.count == items.count ? texts : nil
    case .flag, .call, .name, .computed: return nil
    }
  }
}
