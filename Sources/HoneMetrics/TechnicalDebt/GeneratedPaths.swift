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

    /// Bytes, not characters: it is asked for every file of every window. Complexity: O(length).
    static func contains(_ path: String) -> Bool {
        path.utf8.withContiguousStorageIfAvailable(contains) ?? Array(path.utf8).withUnsafeBufferPointer(contains)
    }

    private static func contains(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        for end in path.indices where path[end] == UInt8(ascii: "/") {
            let folder = path[start..<end]
            if folderWords.contains(folder) || start == 0 && topFolderWords.contains(folder) { return true }
            start = end + 1
        }
        let name = path[start...]
        if nameWords.contains(name) || endingBytes.contains(where: { isEnd($0, of: name) }) { return true }
        return mayBeMiddle(name) && middles.contains { $0.matches(String(decoding: name, as: UTF8.self)) }
    }

    private static let (folderWords, topFolderWords, nameWords) = (ByteWords(folders), ByteWords(topFolders), ByteWords(names))
    private static let endingBytes = endings.map { Array($0.utf8) }
    private static let generated = Array("generated".utf8)

    private static func isEnd(_ ending: [UInt8], of name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        name.last == ending.last && name.count >= ending.count && name.suffix(ending.count).elementsEqual(ending)
    }

    private static func mayBeMiddle(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard name.count > generated.count else { return false }
        return (name.startIndex...name.endIndex - generated.count).contains { start in
            name[start] == generated[0] && name[start..<start + generated.count].elementsEqual(generated)
        }
    }
}

/// A few words that bytes are compared with, by their length.
private struct ByteWords {
    private var byLength: [[[UInt8]]] = []

    init(_ words: Set<Substring>) {
        for word in words.map({ Array($0.utf8) }) {
            while byLength.count <= word.count { byLength.append([]) }
            byLength[word.count].append(word)
        }
    }

    func contains(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.count < byLength.count && byLength[bytes.count].contains { $0[0] == bytes.first && bytes.elementsEqual($0) }
    }
}
