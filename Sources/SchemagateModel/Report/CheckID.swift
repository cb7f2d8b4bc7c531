/// A named group of rules, in the order in which reports show them.
package enum CheckID: String, Hashable, Sendable, Codable, CaseIterable {
  case history
  case apply
  case expectations
  case schema
  case rollback
  case data
  case cost
}
