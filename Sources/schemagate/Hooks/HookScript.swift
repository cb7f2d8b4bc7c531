/// The hook that Git runs before a push; `hooks/pre-push` at the root holds the same text.
enum HookScript {
  static let text = """
    #!/bin/sh
    # schemagate's pre-push hook: rehearses the migrations of what is about to be pushed.
    # Installed by `schemagate hook install`. Push without it: git push --no-verify
    if ! command -v schemagate >/dev/null 2>&1; then
      echo "schemagate: not on PATH, so this push was not checked" >&2
      exit 0
    fi
    exec schemagate hook pre-push "$@"

    """

  /// Whether a hook is one of ours, of this version or an older one.
  static func isOurs(_ contents: String) -> Bool { contents.contains("# schemagate's pre-push hook") }
}
