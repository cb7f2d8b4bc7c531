schemagate check --worktree
git add . && git commit --quiet -m "Create orders"
