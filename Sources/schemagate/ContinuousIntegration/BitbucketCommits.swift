/// Bitbucket Pipelines: <https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/>
struct BitbucketCommits {
  let variables: Variables

  var choice: CommitChoice? {
    guard variables["BITBUCKET_BUILD_NUMBER"] != nil else { return nil }
    let bases = [
      variables.branch("BITBUCKET_PR_DESTINATION_BRANCH"), variables.commit("BITBUCKET_PR_DESTINATION_COMMIT"),
    ]
    return CommitChoice(
      bases: bases, head: HeadChoice(name: "HEAD", why: nil, linkCommit: variables["BITBUCKET_COMMIT"]))
  }
}
