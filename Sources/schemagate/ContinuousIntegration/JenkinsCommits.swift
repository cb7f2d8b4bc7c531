/// Jenkins multibranch projects: <https://www.jenkins.io/doc/book/pipeline/multibranch/#additional-environment-variables>,
/// and what its Git plugin adds: <https://plugins.jenkins.io/git/#plugin-content-environment-variables>
///
/// CircleCI stands in no file here: none of its variables names a base.
/// <https://circleci.com/docs/reference/variables/#built-in-environment-variables>
struct JenkinsCommits {
  let variables: Variables

  var choice: CommitChoice? {
    guard variables["JENKINS_URL"] != nil else { return nil }
    let bases = [variables.branch("CHANGE_TARGET"), earlierBuild]
    return CommitChoice(bases: bases, head: HeadChoice(name: "HEAD", why: nil))
  }

  /// On the primary branch, the newest commit that was built with success.
  private var earlierBuild: BaseCandidate? {
    variables.isTrue("BRANCH_IS_PRIMARY") ? variables.commit("GIT_PREVIOUS_SUCCESSFUL_COMMIT") : nil
  }
}
