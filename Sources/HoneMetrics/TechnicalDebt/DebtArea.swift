internal import HoneFacts

/// The files that a debt is said to sit in.
struct DebtArea {
    /// As people read it.
    let words: String
    private(set) var isInside: [Bool]

    /// The paths that the configuration names; else the folders of the hottest files that hold half of the heat.
    /// Nil where neither is known.
    init?(_ histories: Histories, _ context: MeasureContext) {
        let files = histories.files
        let patterns = context.interpretation.debtAreas
        isInside = [Bool](repeating: false, count: files.count)
        if !patterns.isEmpty {
            words = patterns.map(\.text).joined(separator: ", ")
            for file in 0..<files.count { isInside[file] = patterns.contains { $0.matches(files.path[file]) } }
            return
        }
        guard case .rows(let hot) = CodeHotspots().measure(histories, context), case .whole(let half?) = hot.summary else { return nil }
        let kept = (0..<hot.count).filter { hot.exclusion[$0] == nil }
            .sorted { (-hot.value[$0], files.path[Int(hot.index[$0])]) < (-hot.value[$1], files.path[Int(hot.index[$1])]) }
        let hottest = kept.prefix(Int(half)).map { Int(hot.index[$0]) }
        var folders: Set<String> = []
        for file in hottest {
            isInside[file] = true
            if let slash = files.path[file].lastIndex(of: "/") { folders.insert(String(files.path[file][...slash])) }
        }
        for file in 0..<files.count where folders.contains(where: files.path[file].hasPrefix) { isInside[file] = true }
        words = folders.isEmpty ? "the hottest files" : folders.sorted().joined(separator: ", ")
    }
}

/// What commits say of the items they name: whether they touched an area, and how many lines they changed.
struct TouchingItems {
    /// By item: lines that its commits changed; -1 where no commit is known.
    private(set) var changedLines: [Int]
    private(set) var isTouching: [Bool]

    /// Complexity: O(touches x items a commit names).
    init(_ histories: Histories, _ area: DebtArea) {
        changedLines = [Int](repeating: -1, count: histories.items.count)
        isTouching = [Bool](repeating: false, count: histories.items.count)
        let files = histories.files
        for file in 0..<files.count where !GeneratedPaths.contains(files.path[file]) {
            for touch in files.touches(of: file) {
                let commit = Int(files.gitCommit[Int(files.touchCommit[touch])])
                guard commit >= 0, commit < histories.joins.itemsOfCommit.count else { continue }
                for item in histories.joins.itemsOfCommit[commit] {
                    let lines = max(0, Int(files.touchAdded[touch])) + max(0, Int(files.touchDeleted[touch]))
                    changedLines[item] = max(0, changedLines[item]) + lines
                    if area.isInside[file] { isTouching[item] = true }
                }
            }
        }
    }
}
