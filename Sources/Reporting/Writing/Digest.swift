/// FNV-1a with 64 bits: tells an unchanged comment from a changed one; it guards nothing.
package enum Digest {
  /// 16 lower-case hexadecimal digits.
  package static func fnv1a(_ text: String) -> String {
    let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
