package import SchemagateModel

extension PublishingProblem {
  /// The warning: what happened, where, and the exact lines to add.
  package func warning(for place: Place) -> ErrorReport {
    let words = Words(place: place)
    return switch self {
    case .noCurl:
      ErrorReport(
        what: "nothing is posted: the program curl is not installed",
        try: "install it: apt-get install curl (Debian, Ubuntu), apk add curl (Alpine), dnf install curl (Fedora)")
    case .unsendable(let part): ErrorReport(what: "nothing is posted: the \(part) holds characters that can't be sent")
    case .unreachable(let at, let said, _):
      ErrorReport(
        what: "nothing is posted: the server could not be reached: \(said.onOneLine)", at: at,
        try: "check the network; a proxy is taken from HTTPS_PROXY, more certificates from SSL_CERT_FILE")
    case .noToken(true), .notPermitted(_, 403, _, _, true): words.fork(at: address)
    case .noToken(false):
      ErrorReport(what: "nothing is posted: there is no token", try: words.tokenAdvice, lines: words.tokenLines)
    case .tokenRefused(let at, let said):
      ErrorReport(
        what: "nothing is posted: the token was refused (401): \(said.onOneLine)", at: at, try: words.tokenAdvice,
        lines: words.tokenLines)
    case .notPermitted(let at, let status, let said, let accepted, _):
      ErrorReport(
        what: "not posted: the token may not do this (\(status)): \(said.onOneLine)"
          + (accepted.map { "; it needs \($0)" } ?? ""),
        at: at, try: words.permissionAdvice, lines: words.permissionLines)
    case .tooFast, .serverFailed, .moved, .refused, .tooLong, .notUnderstood, .unknownAccount: passing
    }
  }

  private var address: String? {
    if case .notPermitted(let at, _, _, _, _) = self { at } else { nil }
  }

  /// What no line in a workflow mends.
  private var passing: ErrorReport {
    switch self {
    case .tooFast(let at, let wait):
      let time = wait.map { " for \($0.components.seconds) s" } ?? ""
      return ErrorReport(
        what: "not posted: the server asks to wait\(time)", at: at, try: "run the job again later")
    case .serverFailed(let at, let status):
      return ErrorReport(
        what: "not posted: the server failed (\(status)) each time", at: at, try: "run the job again later")
    case .moved(let at):
      return ErrorReport(
        what: "not posted: the server sends us elsewhere, and the token is meant for this address alone", at: at,
        try: "check the address of the API, and the repository's name if it was renamed")
    case .refused(let at, let status, let said):
      return ErrorReport(what: "not posted: the server refused it (\(status)): \(said.onOneLine)", at: at)
    case .tooLong(let at):
      return ErrorReport(
        what: "not posted: the comment is too long even without its folded parts", at: at,
        try: "keep the file of --format markdown as an artifact of the job")
    case .notUnderstood(let at):
      return ErrorReport(
        what: "not posted: the server's answer is not one of this API", at: at, try: "check the address of the API")
    case .unknownAccount(let at):
      return ErrorReport(
        what: "not posted: there is a comment already, and the token doesn't tell whether it is ours", at: at,
        try: "use a token whose account can be asked for: the workflow's own, or one with access to its user")
    case .noCurl, .unsendable, .unreachable, .noToken, .tokenRefused, .notPermitted: return ErrorReport(what: "")
    }
  }
}

/// What each forge asks for.
private struct Words {
  let place: Place

  var tokenAdvice: String {
    switch place {
    case .gitHub: "give the step the workflow's token"
    case .gitLab:
      "CI_JOB_TOKEN can't write notes: make a project access token (role Developer, scope api), add it as a masked"
        + " CI/CD variable SCHEMAGATE_GITLAB_TOKEN, not protected if unprotected branches need it"
    }
  }

  var tokenLines: String? {
    switch place {
    case .gitHub:
      """
      - run: schemagate publish schemagate.json
        env:
          GITHUB_TOKEN: ${{ github.token }}
      """
    case .gitLab: nil
    }
  }

  var permissionAdvice: String {
    switch place {
    case .gitHub: "add to the job, or leave out what you don't want: --no-comment, --no-status"
    case .gitLab: "give the token the role Developer and the scope api, or leave out: --no-comment, --no-status"
    }
  }

  var permissionLines: String? {
    switch place {
    case .gitHub:
      """
      permissions:
        contents: read
        pull-requests: write
        statuses: write
      """
    case .gitLab: nil
    }
  }

  func fork(at: String?) -> ErrorReport {
    switch place {
    case .gitHub:
      ErrorReport(
        what: "nothing is posted: the token of a pull request from a fork may only read", at: at,
        try: "upload the report as an artifact, and post it from a second workflow on the default branch",
        lines: """
          on:
            workflow_run:
              workflows: [schemagate]
              types: [completed]
          permissions:
            actions: read
            pull-requests: write
            statuses: write
          """)
    case .gitLab:
      ErrorReport(
        what: "nothing is posted: a pipeline of a fork has no token of this project", at: at,
        try: "run the pipeline in this project: \"Run pipeline\" on the merge request's page, after reading the change")
    }
  }
}
