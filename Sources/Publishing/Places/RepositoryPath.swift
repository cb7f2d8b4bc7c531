import Foundation

/// `owner/name`, or `group/subgroup/name` on GitLab; nothing in it needs escaping in an address.
package struct RepositoryPath: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init?(_ text: String?) {
    guard let text, text.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9._-]*(\/[A-Za-z0-9_.][A-Za-z0-9._-]*)+/) != nil,
      !text.split(separator: "/").contains(where: { $0.allSatisfy { $0 == "." } })
    else { return nil }
    self.text = text
  }

  /// As GitLab takes it for a project's id.
  var encoded: String { text.replacing("/", with: "%2F") }
  package var description: String { text }
}
