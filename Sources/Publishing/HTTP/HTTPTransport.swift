/// Carries requests to a server, one at a time.
package protocol HTTPTransport: Sendable {
  /// Any answer of the server is a response, whatever its status; throws a `TransportError` where there is none.
  func send(_ request: HTTPRequest) async throws -> HTTPResponse
}

/// No answer came.
package enum TransportError: Error, Hashable, Sendable {
  /// The program that carries requests isn't installed.
  case noProgram
  /// Such a value can't be sent safely; `part` names it.
  case unsendable(part: String)
  /// The server was never reached, so that nothing can have happened there.
  case notReached(words: String)
  /// Contact was lost on the way: the request may have been carried out.
  case lost(words: String)
  /// Trying again would end the same way: a certificate that isn't trusted, a proxy that refuses.
  case impossible(words: String)
}
