import Foundation
import Testing

@testable import schemagate

@Suite("Each configuration of a repository has a comment of its own")
struct ConfigurationKeyTests {
  private func key(_ config: String?) -> String { ConfigurationKey(config: config, root: "/home/ada/shop").text }

  @Test(
    "its key says where it stands",
    arguments: [
      (nil, "default"), ("/home/ada/shop/schemagate.yml", "default"),
      ("/home/ada/shop/services/billing/schemagate.yml", "services.billing"),
      ("/home/ada/shop/ci/../ci/orders.yaml", "ci.orders"), ("/etc/gate/shop.yml", "shop"),
      ("/etc/gate/schemagate.yml", "gate"), ("/home/ada/shop-2/schemagate.yml", "shop-2"),
    ])
  func readable(_ config: String?, _ expected: String) { #expect(key(config) == expected) }

  @Test("no two places share a key, and none is empty or holds what ends a marker")
  func distinct() {
    let paths = ["a/b", "a.b", "a-b", "a b", "default", "ä", "x --> y", "a/b.c", "a.b/c"]
    let keys = paths.map { key("/home/ada/shop/\($0)/schemagate.yml") }
    #expect(Set(keys).count == paths.count)
    #expect(!keys.contains("default"))
    #expect(keys.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9._-]+/) != nil })
  }
}
