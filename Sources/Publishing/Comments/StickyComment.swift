import SchemagateModel

/// One configuration's comment on one thread: found again by its marker and its author, and written only where it says
/// something else.
struct StickyComment {
  let thread: any CommentThread
  let transport: PatientTransport
  let publication: Publication

  func post() async throws -> PublishingOutcome {
    var attempt = 1
    while true {
      do { return try await once() } catch let problem as PublishingProblem where problem.isUncertain {
        // A post whose answer was lost may stand there already: look before posting again.
        guard try await transport.waits(after: attempt) else { throw problem }
        attempt += 1
      }
    }
  }

  private func once() async throws -> PublishingOutcome {
    let mine = try await mine()
    for other in mine.dropFirst() { try await thread.change(other, to: Self.superseded(by: mine[0])) }
    guard let body = publication.body else { return try await clear(mine.first) }
    do { return try await write(body, thread.room, mine.first) } catch PublishingProblem.tooLong {
      return try await write(body, thread.room / 3, mine.first)
    }
  }

  /// The oldest first. Anyone may write our marker: only what our own account wrote counts.
  private func mine() async throws -> [PostedComment] {
    let key = CommentMarker(key: publication.key, digest: "0").key
    let marked = try await thread.comments().filter { CommentMarker(startOf: $0.body)?.key == key }
    guard !marked.isEmpty else { return [] }
    let account = try await thread.account()
    return marked.filter { $0.author?.isSame(as: account) == true }.sorted { $0.id < $1.id }
  }

  private func write(
    _ body: Publication.Body, _ room: Int, _ present: PostedComment?
  ) async throws -> PublishingOutcome {
    let text = try body(room)
    guard let present else { return .created(page: try await thread.post(text).page) }
    guard digest(present.body) != digest(text) else { return .unchanged(page: present.page) }
    try await thread.change(present, to: text)
    return .updated(page: present.page)
  }

  private func clear(_ present: PostedComment?) async throws -> PublishingOutcome {
    guard let present else { return .nothingToSay }
    let text = Self.cleared(key: publication.key)
    guard digest(present.body) != digest(text) else { return .unchanged(page: present.page) }
    try await thread.change(present, to: text)
    return .cleared(page: present.page)
  }

  private func digest(_ body: String) -> String? { CommentMarker(startOf: body)?.digest }

  static func cleared(key: String) -> String {
    let marker = CommentMarker(key: key, digest: "0")
    let name = key == Report.usualKey ? "" : " `\(marker.key)`"
    return "\(marker.text)\n✅ schemagate\(name): no migration changes any more.\n"
  }

  /// Without a marker, so that it is left alone from now on.
  private static func superseded(by first: PostedComment) -> String {
    guard let page = first.page, page.scheme != nil, !page.contains(")") else {
      return "Superseded by the comment above.\n"
    }
    return "Superseded by [the comment above](\(page)).\n"
  }
}

extension Account {
  /// GitHub's two APIs name an app's account with and without its suffix, which no person's account can have.
  fileprivate func isSame(as other: Account) -> Bool {
    login == other.login || login == other.login + "[bot]"
  }
}
