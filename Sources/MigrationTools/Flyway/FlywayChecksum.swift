/// Flyway's checksum of a script: CRC-32 over its lines without their line breaks, as a signed number
/// (internal/resolver/ChecksumCalculator.java).
enum FlywayChecksum {
  static func of(_ text: String) -> Int32 {
    var crc: UInt32 = ~0
    for byte in text.utf8 where byte != 0x0A && byte != 0x0D {
      crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8)
    }
    return Int32(bitPattern: ~crc)
  }

  private static let table: [UInt32] = (0..<256).map { (index: UInt32) in
    (0..<8).reduce(index) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }
}
