internal import HoneFacts

extension ExampleFacts {
    /// The same git history with who made each commit and the files it changed, and with the tree at HEAD.
    ///
    /// - Parameters:
    ///   - changes: a commit, its author, and lines such as `+9 a.c`, `+1 -2 a.c`, `+0 -9 a.c`, `+1 a.c => b.c` or `binary logo.png`.
    ///     An author whose name ends with `[bot]` is a program.
    ///   - tree: path, lines that are not blank, and the sum of their indentation levels; empty where no source read it.
    package func touching(
        _ changes: [(sha: String, author: String, lines: [String])], tree: [(path: String, lines: Int64, indentationSum: Int64)] = []
    ) -> Self {
        var facts = self
        let authors = Dictionary(changes.map { ($0.sha, $0.author) }) { first, _ in first }
        facts.tables.batches[.commit] = FactBatches(
            tables[.commit].map { batch in
                var copy = FactBatch(.commit, origin: batch.origin)
                for row in 0..<batch.count {
                    let author = authors[batch.id(row)] ?? ""
                    let values = zip(batch.row(row), FactFamily.commit.columns).map { value, column -> FactValue in
                        switch column.name {
                        case "author": .text(author)
                        case "is_bot": .integer(author.hasSuffix("[bot]") ? 1 : 0)
                        default: value
                        }
                    }
                    copy.append(id: batch.id(row), row: values)
                }
                return copy
            })
        var lines = FactBatch(.fileChange, origin: "example")
        for change in changes {
            for (number, line) in change.lines.enumerated() {
                lines.append(id: "\(change.sha):\(number)", row: Self.fileChange(change.sha, line))
            }
        }
        var files = FactBatch(.file, origin: "example")
        for file in tree {
            files.append(
                id: file.path, integers: ["lines": file.lines, "indentation_sum": file.indentationSum], texts: ["path": file.path])
        }
        facts.tables.batches[.fileChange] = [lines]
        facts.tables.batches[.file] = [files]
        return facts
    }

    private static func fileChange(_ sha: String, _ line: String) -> [FactValue] {
        var words = line.split(separator: " ")
        var (added, deleted) = (FactValue.integer(0), FactValue.integer(0))
        while let word = words.first, word == "binary" || word.hasPrefix("+") || word.hasPrefix("-") {
            words.removeFirst()
            guard let number = Int64(word.dropFirst()) else {
                (added, deleted) = (.unknown, .unknown)
                continue
            }
            if word.hasPrefix("+") { added = .integer(number) } else { deleted = .integer(number) }
        }
        let old = words.count == 3 ? String(words[0]) : ""
        return [.text(sha), .text(words.last.map(String.init) ?? ""), .text(old), added, deleted]
    }
}
