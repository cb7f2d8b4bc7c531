/// Azure Pipelines: <https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables>
struct AzureCommits {
  let variables: Variables
  let checkedOut: CheckedOut?

  var choice: CommitChoice? {
    guard variables.isTrue("TF_BUILD") else { return nil }
    guard let branch = variables.branch("SYSTEM_PULLREQUEST_TARGETBRANCH") else {
      return CommitChoice(bases: [], head: HeadChoice(name: "HEAD", why: nil))
    }
    let link = variables["SYSTEM_PULLREQUEST_SOURCECOMMITID"]
    guard isMergeCommit else {
      return CommitChoice(bases: [branch], head: HeadChoice(name: "HEAD", why: nil, linkCommit: link))
    }
    let parent = BaseCandidate(name: "HEAD^1", why: "the base that Azure merged the pull request into")
    let head = HeadChoice(name: "HEAD", why: "Azure's merge of the pull request", isMergeResult: true, linkCommit: link)
    return CommitChoice(bases: [parent, branch], head: head)
  }

  /// A pull request's build checks out `refs/pull/1/merge`.
  private var isMergeCommit: Bool {
    guard let checkedOut, let branch = variables["BUILD_SOURCEBRANCH"] else { return false }
    let isMerge = branch.hasPrefix("refs/pull/") && branch.hasSuffix("/merge")
    return isMerge && checkedOut.id == variables["BUILD_SOURCEVERSION"] && checkedOut.parentCount == 2
  }
}
