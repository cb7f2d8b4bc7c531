package import SchemagateModel

/// What programs find around them: private copies of the revisions, and the environment that they get.
package struct ProgramWorld: Sendable {
  let folder: PrivateFolder
  let copies: [ProgramCall.Revision: String]
  /// The user's own work tree; programs installed in it are found, and nothing in it is written.
  let workTree: String?
  /// Our own environment.
  let variables: [String: String]

  /// `copies` names the folder of each revision's files below `folder`.
  package init(
    folder: PrivateFolder, copies: [ProgramCall.Revision: String], workTree: String?, variables: [String: String]
  ) {
    self.folder = folder
    self.copies = copies
    self.workTree = workTree
    self.variables = variables
  }
}
