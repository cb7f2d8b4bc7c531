/// Posts publications to one place. What can't be posted is an outcome, not an error: the verdict stands.
package struct Publisher: Sendable {
  /// Which of the two kinds are wanted.
  package struct Wanted: Hashable, Sendable {
    package var comments: Bool
    package var statuses: Bool

    package init(comments: Bool = true, statuses: Bool = true) {
      self.comments = comments
      self.statuses = statuses
    }
  }

  private let forge: (any Forge)?
  private let isFork: Bool

  /// `agent` is what we call ourselves there.
  package init(place: Place, agent: String, transport: any HTTPTransport, patience: Patience = Patience()) {
    let transport = PatientTransport(transport, patience: patience)
    switch place {
    case .gitHub(let place):
      isFork = place.isFork
      forge = place.token.map { GitHub(place, token: $0, agent: agent, transport: transport) }
    case .gitLab(let place):
      isFork = place.isFork
      forge = place.token.map { GitLab(place, token: $0, agent: agent, transport: transport) }
    }
  }

  package func publish(_ publications: [Publication], wanted: Wanted = Wanted()) async throws -> [PublishingOutcome] {
    guard wanted.comments || wanted.statuses else { return [] }
    guard let forge else { return [.notPosted(.noToken(isFork: isFork))] }
    var outcomes: [PublishingOutcome] = []
    if wanted.comments { outcomes += try await comments(publications, on: forge) }
    if wanted.statuses, !outcomes.contains(where: \.endsAll) {
      outcomes += try await statuses(publications, on: forge)
    }
    return outcomes
  }

  private func comments(_ publications: [Publication], on forge: any Forge) async throws -> [PublishingOutcome] {
    var outcomes: [PublishingOutcome] = []
    do {
      switch try await forge.thread() {
      case .none(let why): outcomes.append(.noThread(why))
      case .open(let thread):
        for publication in publications {
          let comment = StickyComment(thread: thread, transport: forge.transport, publication: publication)
          outcomes.append(try await comment.post())
        }
      }
    } catch let problem as PublishingProblem {
      outcomes.append(.notPosted(problem))
    }
    return outcomes
  }

  /// The first refusal ends it: every other status would meet the same.
  private func statuses(_ publications: [Publication], on forge: any Forge) async throws -> [PublishingOutcome] {
    var outcomes: [PublishingOutcome] = []
    do {
      for status in publications.flatMap(\.statuses) {
        try await forge.set(status)
        outcomes.append(.status(status))
      }
    } catch let problem as PublishingProblem {
      outcomes.append(.notPosted(problem))
    }
    return outcomes
  }
}

extension PublishingOutcome {
  fileprivate var endsAll: Bool {
    if case .notPosted(let problem) = self { problem.endsAll } else { false }
  }
}
