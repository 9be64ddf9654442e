internal import HoneFacts

/// Which of a file's own words for where a defect was found stand for before, and which for after the release.
struct CSVFound: Hashable, Sendable {
    let before: [String]
    let after: [String]

    /// Without words of the file's own, it says `before` and `after` itself.
    static let plain = CSVFound(before: ["before"], after: ["after"])

    init(before: [String], after: [String]) {
        self.before = before.map { $0.lowercased() }
        self.after = after.map { $0.lowercased() }
    }

    /// "before", "after", or "" for a word of neither list.
    func side(_ word: String) -> String {
        let word = word.lowercased()
        return before.contains(word) ? "before" : after.contains(word) ? "after" : ""
    }

    /// Names the words that stand in neither list, with the items that have them.
    /// - Parameters:
    ///   - words: by code.
    ///   - codes: by item.
    func report(_ words: [String], _ codes: [Int32], _ diagnostics: inout CSVDiagnostics, mask: (String) -> String) {
        let strange = words.indices.dropFirst().filter { side(words[$0]).isEmpty }
        guard !strange.isEmpty else { return }
        var counts = [Int](repeating: 0, count: words.count)
        for code in codes { counts[Int(code)] += 1 }
        // Very many words are a sign of another column, which may hold names.
        let most = strange.sorted { (counts[$1], $0) < (counts[$0], $1) }
        let shown =
            most.count > 12
            ? "\(most.count) different words"
            : most.map { "\(CSVQuote.text(words[$0], mask: mask)) (\(counts[$0]))" }.joined(separator: ", ")
        let sum = "\(strange.reduce(0) { $0 + counts[$1] }) items were found neither before nor after the release"
        diagnostics.add(
            .note, "found-word", line: nil, "\(sum): \(shown).", advice: "List these words in found: {before: [...], after: [...]}.",
            kept: "\(sum).")
    }
}
