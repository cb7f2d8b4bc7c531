package import Foundation

/// The migration tools that `scripts/install-test-tools` puts into the build folder.
package enum TestTools {
  package static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent(".build/test-tools/bin")

  package static var areInstalled: Bool { FileManager.default.isExecutableFile(atPath: path(of: "alembic")) }

  package static func path(of program: String) -> String { folder.appendingPathComponent(program).path }
}
