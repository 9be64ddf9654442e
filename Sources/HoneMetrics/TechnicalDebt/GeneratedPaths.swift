internal import HoneFacts

/// Which files nobody of the team writes: copies of other people's code, and what a tool wrote.
///
/// A rule over paths, after the lists that GitHub's Linguist keeps; the file's content is not looked at.
enum GeneratedPaths {
    /// Folders, at any depth.
    static let folders: Set<Substring> = [
        "vendor", "vendors", "vendored", "third_party", "third-party", "thirdparty", "3rdparty", "node_modules", "bower_components",
        "dist", "extern", "external", "Pods", "Carthage", "Godeps", "__generated__", ".yarn",
    ]
    /// Folders at the top only.
    static let topFolders: Set<Substring> = ["deps"]
    /// Whole names of files.
    static let names: Set<Substring> = [
        "package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "go.sum", "Package.resolved", "gradlew", "gradlew.bat", "mvnw",
        "mvnw.cmd", "configure", "aclocal.m4", "ltmain.sh", "config.guess", "config.sub",
    ]
    /// How names end.
    static let endings = [
        ".lock", ".min.js", ".min.mjs", ".min.css", ".js.map", ".css.map", ".pb.go", ".pb.cc", ".pb.h", ".pb.swift", "_pb2.py",
        "_pb2_grpc.py", "_pb.js", ".designer.cs", ".g.dart", ".freezed.dart", ".snap",
    ]
    /// What stands in the middle of names.
    static let middles = [GlobPattern("*_generated.*"), GlobPattern("*.generated.*")]

    static let reason = "generated-or-vendored"

    /// The rule as people read it.
    static let words: String = {
        let anywhere: [String] = folders.sorted().map { "\($0)/" }
        let atTheTop: [String] = topFolders.sorted().map { "\($0)/ at the top" }
        let files: [String] = endings.map { "*\($0)" } + middles.map(\.text) + names.sorted().map { String($0) }
        let (inFolders, inFiles) = ((anywhere + atTheTop).joined(separator: ", "), files.joined(separator: ", "))
        return "left out as generated or vendored: folders \(inFolders); files \(inFiles)"
    }()

    /// Bytes, not characters: it is asked for every file of every window.
    static func contains(_ path: String) -> Bool {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let name = parts.last else { return false }
        if parts.count > 1 {
            if topFolders.contains(Substring(parts[0])) || parts.dropLast().contains(where: { folders.contains(Substring($0)) }) {
                return true
            }
        }
        if names.contains(Substring(name)) || endingBytes.contains(where: { isEnd($0, of: name) }) { return true }
        return name.count > 10 && Substring(name).contains("generated") && middles.contains { $0.matches(String(Substring(name))) }
    }

    private static let endingBytes = endings.map { Array($0.utf8) }

    private static func isEnd(_ ending: [UInt8], of name: Substring.UTF8View) -> Bool {
        name.last == ending.last && name.count >= ending.count && name.suffix(ending.count).elementsEqual(ending)
    }
}
