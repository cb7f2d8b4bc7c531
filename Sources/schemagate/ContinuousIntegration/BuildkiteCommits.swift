/// Buildkite: <https://buildkite.com/docs/pipelines/configure/environment-variables>
struct BuildkiteCommits {
  let variables: Variables

  var choice: CommitChoice? {
    guard variables.isTrue("BUILDKITE") else { return nil }
    let bases = [
      variables.branch("BUILDKITE_PULL_REQUEST_BASE_BRANCH"), variables.branch("BUILDKITE_PIPELINE_DEFAULT_BRANCH"),
    ]
    return CommitChoice(bases: bases, head: HeadChoice(name: "HEAD", why: nil))
  }
}
