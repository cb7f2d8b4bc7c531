import Testing

@testable import schemagate

@Suite("Choosing base and head where nobody named them")
struct CommitChoiceTests {
  static let zeros = String(repeating: "0", count: 40)
  static let usual = ["origin/HEAD", "origin/main", "origin/master", "main", "master"]

  @Test("Outside of any CI system the usual names are tried in order")
  func nowhere() {
    let choice = CommitChoice(environment: ["PATH": "/bin", "CI": "true"], event: nil, checkedOut: nil)
    #expect(choice.bases.map(\.name) == Self.usual)
    #expect(choice.head == HeadChoice(name: "HEAD", why: nil))
  }

  @Test("GitHub's merge commit is taken as it is; its first parent is base, and links go to the pull request's head")
  func gitHubMergeCommit() {
    let choice = gitHub("pull_request", event: #"{"pull_request": {"head": {"sha": "h"}, "base": {"sha": "b"}}}"#)
    #expect(choice.bases.map(\.name) == ["HEAD^1", "origin/trunk", "b"] + Self.usual)
    #expect(choice.head.isMergeResult && choice.head.linkCommit == "h")
    #expect(choice.bases[1].why == "GITHUB_BASE_REF")
  }

  @Test("A checkout of the pull request's own branch, or of the base, is no merge result")
  func gitHubOtherCheckouts() {
    let event = #"{"pull_request": {"head": {"sha": "h"}, "base": {"sha": "b"}}}"#
    let branch = gitHub("pull_request", event: event, checkedOut: CheckedOut(id: "h", parentCount: 1))
    #expect(branch.bases.first?.name == "origin/trunk" && !branch.head.isMergeResult)
    let target = gitHub("pull_request_target", event: event, checkedOut: CheckedOut(id: "sha", parentCount: 2))
    #expect(target.bases.first?.name == "origin/trunk" && !target.head.isMergeResult)
  }

  @Test("A push to the default branch is compared with what it held before, any other with the default branch")
  func gitHubPush() {
    func bases(_ ref: String, before: String) -> [String] {
      let event = #"{"before": "\#(before)", "repository": {"default_branch": "trunk"}}"#
      return gitHub("push", event: event, more: ["GITHUB_REF": ref, "GITHUB_BASE_REF": ""]).bases.map(\.name)
    }
    #expect(bases("refs/heads/trunk", before: "old") == ["old", "origin/trunk"] + Self.usual)
    #expect(bases("refs/heads/work", before: "old") == ["origin/trunk", "old"] + Self.usual)
    #expect(bases("refs/heads/trunk", before: Self.zeros) == ["origin/trunk"] + Self.usual)
  }

  @Test("A merge queue's base is the one that it was built on")
  func gitHubMergeGroup() {
    let choice = gitHub(
      "merge_group", event: #"{"merge_group": {"base_sha": "b", "head_sha": "h"}}"#, more: ["GITHUB_BASE_REF": ""])
    #expect(choice.bases.first == BaseCandidate(name: "b", why: "merge_group.base_sha of GitHub's event"))
    #expect(choice.head.isMergeResult && choice.head.linkCommit == "h")
  }

  @Test("An event file that can't be read leaves the variables")
  func gitHubWithoutEvent() {
    #expect(gitHub("pull_request", event: "not json").bases.map(\.name).prefix(2) == ["HEAD^1", "origin/trunk"])
    #expect(gitHub("pull_request", event: nil).bases.map(\.name).prefix(2) == ["HEAD^1", "origin/trunk"])
  }

  @Test("GitLab: the request's target, its own commit in merged results pipelines, and the push before")
  func gitLab() {
    let request = [
      "GITLAB_CI": "true", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "trunk", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "d",
    ]
    let plain = choice(request)
    #expect(plain.bases.map(\.name).prefix(2) == ["origin/trunk", "d"] && !plain.head.isMergeResult)
    let merged = choice(
      request.merging([
        "CI_MERGE_REQUEST_EVENT_TYPE": "merged_result", "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": "t",
        "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": "s",
      ]) { $1 })
    #expect(merged.bases.map(\.name).prefix(3) == ["t", "origin/trunk", "d"])
    #expect(merged.head.isMergeResult && merged.head.linkCommit == "s")
    let push = ["GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": "old", "CI_DEFAULT_BRANCH": "trunk"]
    #expect(choice(push.merging(["CI_COMMIT_BRANCH": "trunk"]) { $1 }).bases.first?.name == "old")
    #expect(choice(push.merging(["CI_COMMIT_BRANCH": "work"]) { $1 }).bases.first?.name == "origin/trunk")
    #expect(choice(["GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": Self.zeros]).bases.map(\.name) == Self.usual)
  }

  @Test("Bitbucket, Azure, Buildkite and Jenkins name the branch that is merged into")
  func others() {
    let bitbucket = choice([
      "BITBUCKET_BUILD_NUMBER": "1", "BITBUCKET_PR_DESTINATION_BRANCH": "trunk", "BITBUCKET_PR_DESTINATION_COMMIT": "c",
    ])
    #expect(bitbucket.bases.map(\.name).prefix(2) == ["origin/trunk", "c"])
    let buildkite = choice([
      "BUILDKITE": "true", "BUILDKITE_PULL_REQUEST_BASE_BRANCH": "", "BUILDKITE_PIPELINE_DEFAULT_BRANCH": "trunk",
    ])
    #expect(buildkite.bases.first == BaseCandidate(name: "origin/trunk", why: "BUILDKITE_PIPELINE_DEFAULT_BRANCH"))
    #expect(choice(["JENKINS_URL": "https://ci", "CHANGE_TARGET": "trunk"]).bases.first?.name == "origin/trunk")
    let azure = [
      "TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/trunk", "BUILD_SOURCEVERSION": "m",
      "BUILD_SOURCEBRANCH": "refs/pull/7/merge", "SYSTEM_PULLREQUEST_SOURCECOMMITID": "s",
    ]
    #expect(choice(azure).bases.first?.name == "origin/trunk")
    let merged = CommitChoice(environment: azure, event: nil, checkedOut: CheckedOut(id: "m", parentCount: 2))
    #expect(merged.bases.map(\.name).prefix(2) == ["HEAD^1", "origin/trunk"])
    #expect(merged.head.isMergeResult && merged.head.linkCommit == "s")
  }

  private func choice(_ environment: [String: String]) -> CommitChoice {
    CommitChoice(environment: environment, event: nil, checkedOut: nil)
  }

  private func gitHub(
    _ name: String, event: String?, more: [String: String] = [:],
    checkedOut: CheckedOut = CheckedOut(id: "sha", parentCount: 2)
  ) -> CommitChoice {
    let environment = [
      "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": name, "GITHUB_BASE_REF": "trunk", "GITHUB_SHA": "sha",
    ]
    return CommitChoice(environment: environment.merging(more) { $1 }, event: event, checkedOut: checkedOut)
  }
}
