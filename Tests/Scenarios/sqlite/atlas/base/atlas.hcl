env "local" {
  url = "sqlite://shop.db"
}
