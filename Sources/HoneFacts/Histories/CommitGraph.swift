/// The commits of one origin as arrays, parents as row numbers.
struct CommitGraph {
    private(set) var sha: [String] = []
    private(set) var authoredAt: [Int64] = []
    private(set) var committedAt: [Int64] = []
    private(set) var isBot: [Bool] = []
    /// Whether it touches the part of the repository that the source is limited to.
    private(set) var isInside: [Bool] = []
    /// Parents as the commit names them, whether or not the history holds them (a shallow boundary cuts them off).
    private(set) var parentCount: [Int] = []
    private(set) var keys: [String] = []
    private(set) var changeNumber: [String] = []
    private(set) var readsLikeUpkeep: [Bool] = []
    /// Full names, of parents too, and the row of each by code; -1 where the history does not hold it.
    private var names = TextTable()
    private var rowOfName: [Int32] = []
    private var parentOffsets: [Int] = [0]
    private var parentRows: [Int] = []

    var count: Int { sha.count }

    /// Complexity: O(commits + parents).
    init(_ batches: FactBatches) {
        var parentNames: [Int32] = []
        var offsets: [Int] = [0]
        for batch in batches {
            let (shas, parents) = (batch.texts("sha"), batch.texts("parents"))
            authoredAt += batch.integers("authored_at")
            committedAt += batch.integers("committed_at")
            isBot += batch.integers("is_bot").map { $0 == 1 }
            isInside += batch.integers("is_inside").map { $0 != 0 }
            let (named, numbers, subjects) = (batch.texts("keys"), batch.texts("change_number"), batch.texts("subject"))
            keys += named.mapped { $0 }
            changeNumber += numbers.mapped { $0 }
            for row in 0..<batch.count {
                readsLikeUpkeep.append(subjects.withBytes(row, UpkeepWords.areIn))
                let name = shas.withBytes(row) { code($0) }
                rowOfName[Int(name)] = Int32(sha.count)
                sha.append(shas[row])
                parents.withBytes(row) { bytes in
                    for parent in bytes.split(separator: UInt8(ascii: " ")) {
                        parentNames.append(code(UnsafeBufferPointer(rebasing: parent)))
                    }
                }
                offsets.append(parentNames.count)
            }
        }
        for row in sha.indices {
            let range = offsets[row]..<offsets[row + 1]
            parentCount.append(range.count)
            for parent in parentNames[range] where rowOfName[Int(parent)] >= 0 { parentRows.append(Int(rowOfName[Int(parent)])) }
            parentOffsets.append(parentRows.count)
        }
        cutCircles()
    }

    private mutating func code(_ name: UnsafeBufferPointer<UInt8>) -> Int32 {
        let code = names.code(adding: name)
        if Int(code) == rowOfName.count { rowOfName.append(-1) }
        return code
    }

    /// The row of a commit by its full name; nil where the history does not hold it. Complexity: O(length).
    func row(named sha: String) -> Int? {
        var sha = sha
        guard let name = sha.withUTF8({ names.found($0) }), rowOfName[Int(name)] >= 0 else { return nil }
        return Int(rowOfName[Int(name)])
    }

    /// Leaves out parents that have the commit itself among their ancestors: no git history has them, but a printed log may say so,
    /// and every walk must end. Complexity: O(commits + parents).
    private mutating func cutCircles() {
        enum Visit { case notYet, onTheWay, over }
        var visits = [Visit](repeating: .notYet, count: count)
        var cut: Set<Int> = []
        for start in 0..<count where visits[start] == .notYet {
            var path = [(row: start, next: parentOffsets[start])]
            visits[start] = .onTheWay
            while let (row, next) = path.last {
                guard next < parentOffsets[row + 1] else {
                    visits[row] = .over
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let parent = parentRows[next]
                if visits[parent] == .notYet {
                    visits[parent] = .onTheWay
                    path.append((parent, parentOffsets[parent]))
                } else if visits[parent] == .onTheWay {
                    cut.insert(next)
                }
            }
        }
        guard !cut.isEmpty else { return }
        var (rows, offsets): ([Int], [Int]) = ([], [0])
        for row in 0..<count {
            rows += (parentOffsets[row]..<parentOffsets[row + 1]).filter { !cut.contains($0) }.map { parentRows[$0] }
            offsets.append(rows.count)
        }
        (parentRows, parentOffsets) = (rows, offsets)
    }

    func parents(of row: Int) -> ArraySlice<Int> { parentRows[parentOffsets[row]..<parentOffsets[row + 1]] }

    /// Visits commits from a tip towards the roots; `visit` returns whether to go on to the commit's parents.
    func walk(from tip: Int, visit: (Int) -> Bool) {
        var stack = [tip]
        while let commit = stack.popLast() {
            if visit(commit) { stack += parents(of: commit) }
        }
    }

    func reached(from tip: Int) -> [Bool] {
        var isReached = [Bool](repeating: false, count: count)
        walk(from: tip) { commit in
            guard !isReached[commit] else { return false }
            isReached[commit] = true
            return true
        }
        return isReached
    }
}
