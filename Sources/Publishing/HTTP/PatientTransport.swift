import Foundation

/// Sends again what failed for a while: within one limit of time for everything that it sends.
package struct PatientTransport: HTTPTransport {
  private let transport: any HTTPTransport
  private let patience: Patience
  private let end: ContinuousClock.Instant

  /// The time begins to run here.
  package init(_ transport: any HTTPTransport, patience: Patience = Patience()) {
    self.transport = transport
    self.patience = patience
    end = patience.now() + patience.total
  }

  package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    var attempt = 1
    while true {
      let outcome = try await outcome(of: request)
      let canTryAgain = try await canTryAgain(outcome, request, attempt)
      guard canTryAgain else { return try outcome.get() }
      attempt += 1
    }
  }

  /// Waits before another try of something larger than one request; `false` where it isn't worth it any more.
  func waits(after attempt: Int) async throws -> Bool {
    try await waits(patience.pause(after: attempt), attempt)
  }

  private func outcome(of request: HTTPRequest) async throws -> Result<HTTPResponse, TransportError> {
    do { return .success(try await transport.send(request)) } catch let error as TransportError {
      return .failure(error)
    }
  }

  private func canTryAgain(
    _ outcome: Result<HTTPResponse, TransportError>, _ request: HTTPRequest, _ attempt: Int
  ) async throws -> Bool {
    switch outcome {
    case .success(let response):
      if let asked = response.pace { return try await waits(asked.wait ?? .seconds(60), attempt) }
      guard response.isServersTrouble, request.isRepeatable else { return false }
    case .failure(.notReached): break
    case .failure(.lost): guard request.isRepeatable else { return false }
    case .failure(.noProgram), .failure(.unsendable), .failure(.impossible): return false
    }
    return try await waits(after: attempt)
  }

  private func waits(_ pause: Duration, _ attempt: Int) async throws -> Bool {
    guard attempt < patience.attempts, patience.now() + pause <= end else { return false }
    try await patience.sleep(pause)
    return true
  }
}
