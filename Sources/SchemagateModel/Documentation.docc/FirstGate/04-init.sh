schemagate init --yes
git add . && git commit --quiet -m "Check migrations before they are merged"
