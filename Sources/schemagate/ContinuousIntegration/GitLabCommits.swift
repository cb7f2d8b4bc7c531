/// GitLab CI: <https://docs.gitlab.com/ci/variables/predefined_variables/>
struct GitLabCommits {
  let variables: Variables

  var choice: CommitChoice? {
    guard variables.isTrue("GITLAB_CI") else { return nil }
    return variables["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] == nil ? push : mergeRequest
  }

  /// The target branch's own commit is given in merged results pipelines only, which check out the merge result:
  /// <https://docs.gitlab.com/ci/pipelines/merged_results_pipelines/>
  private var mergeRequest: CommitChoice {
    let isMerged = ["merged_result", "merge_train"].contains(variables["CI_MERGE_REQUEST_EVENT_TYPE"])
    let bases = [
      isMerged ? variables.commit("CI_MERGE_REQUEST_TARGET_BRANCH_SHA") : nil,
      variables.branch("CI_MERGE_REQUEST_TARGET_BRANCH_NAME"), variables.commit("CI_MERGE_REQUEST_DIFF_BASE_SHA"),
    ]
    let head = HeadChoice(
      name: "HEAD", why: isMerged ? "GitLab's merge of the request" : nil, isMergeResult: isMerged,
      linkCommit: isMerged ? variables["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] : nil)
    return CommitChoice(bases: bases, head: head)
  }

  private var push: CommitChoice {
    let (before, main) = (variables.commit("CI_COMMIT_BEFORE_SHA"), variables.branch("CI_DEFAULT_BRANCH"))
    let isDefault = variables["CI_COMMIT_BRANCH"] == variables["CI_DEFAULT_BRANCH"]
    return CommitChoice(bases: isDefault ? [before, main] : [main, before], head: HeadChoice(name: "HEAD", why: nil))
  }
}
