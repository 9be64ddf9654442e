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

    static func contains(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.last else { return false }
        if parts.count > 1, topFolders.contains(parts[0]) || parts.dropLast().contains(where: folders.contains) { return true }
        if names.contains(name) || endings.contains(where: name.hasSuffix) { return true }
        return name.utf8.count > 10 && name.contains("generated") && middles.contains { $0.matches(String(name)) }
    }
}
