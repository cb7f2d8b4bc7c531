// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "MigrationTests",
  targets: [.testTarget(name: "MigrationTests")]
)
