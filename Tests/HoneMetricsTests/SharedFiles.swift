import Foundation

/// Folders of cases and recordings that lie beside the checkout.
enum SharedFiles {
    static let real = GitLogFile.folder.deletingLastPathComponent()
    static let peers = real.deletingLastPathComponent().appendingPathComponent("peers")
    static let havePeers = FileManager.default.fileExists(atPath: peers.path)
    static let haveDefects = FileManager.default.fileExists(atPath: real.appendingPathComponent("defects/nasa-mdp").path)
}
