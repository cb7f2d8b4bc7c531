env "local" {
  url = "postgres://localhost:5432/shop?search_path=public"
  dev = "docker://postgres/16/dev"
  migration {
    dir = "file://migrations"
  }
}
