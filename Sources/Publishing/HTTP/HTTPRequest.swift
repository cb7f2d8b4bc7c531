/// One request, ready to be sent.
package struct HTTPRequest: Hashable, Sendable {
  package enum Method: String, Hashable, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
  }

  package struct Header: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var method: Method
  package var url: String
  package var headers: [Header]
  /// JSON.
  package var body: String?
  /// Whether sending it twice does no harm, so that it may be sent again when nobody knows what became of it.
  package var isRepeatable: Bool

  package init(
    _ method: Method, _ url: String, headers: [Header] = [], body: String? = nil, isRepeatable: Bool? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.isRepeatable = isRepeatable ?? (method != .post)
  }
}
