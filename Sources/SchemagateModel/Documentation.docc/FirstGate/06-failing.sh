schemagate check --worktree
