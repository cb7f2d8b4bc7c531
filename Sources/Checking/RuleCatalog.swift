/// Every rule there is.
package enum RuleCatalog {
  /// In the order in which a report shows them. A new rule needs its file and one line here.
  package static let all: [any Rule] = [
    MergeConflict(),
    HistoryUnreadable(),
    VersionDuplicate(),
    MigrationEdited(),
    MigrationRemoved(),
    MigrationRenamed(),
    VersionOutOfOrder(),
    DownMissing(),
    DownEmpty(),
    PolicyChanged(),
    MigrationRejected(),
    BaseRejected(),
    ToolRefuses(),
    MigrationSkipped(),
    PathsDiverge(),
    EnvironmentRejects(),
    EnvironmentDiffers(),
    TransactionLeftOpen(),
    ChangeUndeclared(),
    ExpectationUnmet(),
    ExpectationUnreadable(),
    ReasonMissing(),
    WaiverUnused(),
    WaiverExpired(),
    RollbackRejected(),
    RollbackResidue(),
    ReapplyRejected(),
    ReapplyDiffers(),
  ]
}
