/// Which files the commits that name an item's key changed: what work kind rules over paths look at.
struct ChangedPaths {
    private var byKey: [String: [String]] = [:]

    /// Nothing is known of any path.
    init() {}

    /// Complexity: O(commits + files).
    init(commits: FactBatches, files: FactBatches) {
        var keysOfCommit: [String: [String]] = [:]
        for batch in commits {
            let (sha, keys) = (batch.texts("sha"), batch.texts("keys"))
            for row in 0..<batch.count where !keys[row].isEmpty {
                keysOfCommit[sha[row]] = keys[row].split(separator: " ").map(String.init)
            }
        }
        for batch in files {
            let (sha, path) = (batch.texts("sha"), batch.texts("path"))
            for row in 0..<batch.count {
                for key in keysOfCommit[sha[row]] ?? [] { byKey[key, default: []].append(path[row]) }
            }
        }
    }

    var isEmpty: Bool { byKey.isEmpty }

    func paths(ofItem key: String) -> [String] { byKey[key] ?? [] }
}
