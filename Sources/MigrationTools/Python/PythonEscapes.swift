/// The backslashes of a Python string (https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences).
struct PythonEscapes {
  private var rest: ArraySlice<UInt8>
  private var value: [UInt8] = []

  private init(_ contents: ArraySlice<UInt8>) { rest = contents }

  /// What the string means; `nil` where it names characters in a way that we don't read.
  static func text(of contents: ArraySlice<UInt8>) -> String? {
    guard contents.contains(UInt8(ascii: "\\")) else { return String(decoding: contents, as: UTF8.self) }
    var reader = PythonEscapes(contents)
    while let byte = reader.rest.popFirst() {
      if byte != UInt8(ascii: "\\") {
        reader.value.append(byte)
      } else if !reader.readEscape() {
        return nil
      }
    }
    return String(decoding: reader.value, as: UTF8.self)
  }

  private mutating func readEscape() -> Bool {
    let escaped = rest.popFirst()
    switch escaped {
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "n"): value.append(0x0A)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "r"): value.append(0x0D)
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"): value.append(escaped ?? 0)
    case UInt8(ascii: "x"): return readCode(digits: 2)
    case UInt8(ascii: "u"): return readCode(digits: 4)
    case UInt8(ascii: "U"): return readCode(digits: 8)
    case let byte? where "abfvN01234567".utf8.contains(byte): return false
    case let byte: value += [UInt8(ascii: "\\")] + (byte.map { [$0] } ?? [])
    }
    return true
  }

  private mutating func readCode(digits count: Int) -> Bool {
    let digits = rest.prefix(count)
    rest = rest.dropFirst(count)
    guard digits.count == count, let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(number)
    else { return false }
    value += Array(String(Character(scalar)).utf8)
    return true
  }
}
