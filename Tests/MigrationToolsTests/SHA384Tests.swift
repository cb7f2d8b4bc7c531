import Testing

@testable import MigrationTools

@Suite("SHA-384")
struct SHA384Tests {
  @Test(
    "equals what sha384sum prints",
    arguments: [
      ("", "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b"),
      ("abc", "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"),
    ])
  func vectors(message: String, digest: String) {
    #expect(hex(SHA384.digest(of: Array(message.utf8))) == digest)
  }

  @Test(
    "pads messages that end near a block's edge",
    arguments: [
      (111, "3c37955051cb5c3026f94d551d5b5e2ac38d572ae4e07172085fed81f8466b8f90dc23a8ffcdea0b8d8e58e8fdacc80a"),
      (112, "187d4e07cb306103c69967bf544d0dfbe9042577599c73c330abc0cb64c61236d5ed565ee19119d8c31779a38f791fcd"),
      (127, "9bd06b1763c2cf7aef40e795dc65bc96d59c41b537f3ad72ebdefd485476b5717c1aeb37c327fe9c1831b12b9efd08ae"),
      (128, "edb12730a366098b3b2beac75a3bef1b0969b15c48e2163c23d96994f8d1bef760c7e27f3c464d3829f56c0d53808b0b"),
      (300, "0541e349b6d06749a852ae0a68db73f98620879de6b5b3743d7fca7dda0f81d83b0ca596f710542ed343f1b4214d508c"),
    ])
  func edges(length: Int, digest: String) {
    #expect(hex(SHA384.digest(of: [UInt8](repeating: 0x61, count: length))) == digest)
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
