/// What a merge of two commits holds, as far as the inputs are concerned.
package struct MergeResult: Hashable, Sendable {
  package enum How: Hashable, Sendable {
    /// One side holds the other already: nothing was merged.
    case fastForward
    /// Only the inputs were merged; the rest of `tree` is head's.
    case inputs
    /// The whole commits were merged, since a rename might cross the inputs' edge.
    case whole
  }

  /// The tree to read the inputs from; head's own where there are conflicts.
  package let tree: TreeID
  /// The paths inside the inputs that a person has to merge, sorted.
  package let conflicts: [String]
  package let how: How
}
