/// Work items that a text names: tracker keys, and issues it closes by word.
enum NamedItems {
    /// `ABC-12` and `#12`, each once, in the order of their first appearance. Complexity: O(bytes).
    static func keys(in texts: [ArraySlice<UInt8>]) -> [String] {
        var found: [String] = []
        for text in texts {
            let named = TrackerKeys.occurrences(in: text) + ClosingWords.occurrences(in: text)
            if named.isEmpty { continue }
            for (_, key) in named.sorted(by: { $0.position < $1.position }) where !found.contains(key) { found.append(key) }
        }
        return found
    }
}
