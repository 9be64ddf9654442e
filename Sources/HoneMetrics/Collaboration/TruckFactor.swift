internal import HoneFacts
internal import HoneStatistics

/// Who is author of which files, in codes, and how many must leave until half of the files have no author.
///
/// Source: Avelino, Passos, Hora and Valente, ICPC 2016, doi:10.1109/ICPC.2016.7503718, and the authors' tool.
struct TruckFactor {
    private let files: FileHistories
    private let seconds: [Int64]
    private let until: Int64
    /// By developer: changes of the file at hand, whether they added it; emptied after each file.
    private var deliveries: [Int32]
    private var hasAdded: [Bool]
    private var present: [Int] = []
    /// By file: its authors.
    private var authors: [Int32] = []
    private var offsets: [Int] = [0]

    init(_ files: FileHistories, seconds: [Int64], until: Int64) {
        self.files = files
        self.seconds = seconds
        self.until = until
        deliveries = Array(repeating: 0, count: files.developerCount)
        hasAdded = Array(repeating: false, count: files.developerCount)
    }

    /// Adds a file and returns how many authors it has; nil where no person is known to have touched it.
    mutating func add(_ file: Int) -> Int? {
        present.removeAll(keepingCapacity: true)
        var total: Int32 = 0
        let (commits, developers, kinds) = (files.touchCommit, files.commitDeveloper, files.touchKind)
        for touch in files.touches(of: file) {
            let commit = Int(commits[touch])
            let developer = Int(developers[commit])
            guard developer >= 0, seconds[commit] <= until else { continue }
            // Compared by `==`, a case of another module is asked for it each time.
            if case .deleted = kinds[touch] { continue }
            if deliveries[developer] == 0, !hasAdded[developer] { present.append(developer) }
            if case .added = kinds[touch] {
                hasAdded[developer] = true
            } else {
                deliveries[developer] += 1
                total += 1
            }
        }
        guard !present.isEmpty else { return nil }
        let degrees = present.map { developer in
            DegreeOfAuthorship.degree(
                isFirst: hasAdded[developer], own: Int(deliveries[developer]), others: Int(total - deliveries[developer]))
        }
        let highest = degrees.max() ?? 0
        for (developer, degree) in zip(present, degrees)
        where DegreeOfAuthorship.isAuthor(degree, highest: highest, isFirst: hasAdded[developer]) {
            authors.append(Int32(developer))
        }
        for developer in present {
            deliveries[developer] = 0
            hasAdded[developer] = false
        }
        let count = authors.count - (offsets.last ?? 0)
        offsets.append(authors.count)
        return count
    }

    /// The factor of the files added so far; nil where there are none.
    var factor: Int? {
        let fileCount = offsets.count - 1
        guard fileCount > 0 else { return nil }
        var filesOf = [Int](repeating: 0, count: files.developerCount)
        for developer in authors { filesOf[Int(developer)] += 1 }
        let first = firstCommits()
        let ranking = filesOf.indices.filter { filesOf[$0] > 0 }
            .sorted { (-filesOf[$0], first[$0].seconds, first[$0].row) < (-filesOf[$1], first[$1].seconds, first[$1].row) }
        var place = [Int](repeating: 0, count: files.developerCount)
        for (position, developer) in ranking.enumerated() { place[developer] = position }
        // A file loses its last author when the author that ranks lowest leaves.
        var lostWith = [Int](repeating: 0, count: ranking.count)
        var covered = 0
        for file in 0..<fileCount {
            guard let last = authors[offsets[file]..<offsets[file + 1]].map({ place[Int($0)] }).max() else { continue }
            lostWith[last] += 1
            covered += 1
        }
        var removed = 0
        while removed < ranking.count, 2 * covered >= fileCount {
            covered -= lostWith[removed]
            removed += 1
        }
        guard let top = ranking.first else { return 0 }
        return ranking.prefix(removed).count { 10 * filesOf[$0] >= filesOf[top] }
    }

    /// By developer: the earliest instant of a commit, and its place in the histories.
    private func firstCommits() -> [(seconds: Int64, row: Int)] {
        var first = [(seconds: Int64, row: Int)](repeating: (.max, .max), count: files.developerCount)
        for (row, developer) in files.commitDeveloper.enumerated() where developer >= 0 && seconds[row] <= until {
            if (seconds[row], row) < first[Int(developer)] { first[Int(developer)] = (seconds[row], row) }
        }
        return first
    }
}
