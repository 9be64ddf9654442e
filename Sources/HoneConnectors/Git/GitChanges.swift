/// The files that commits changed with the lines that git counts in them, from several git processes that work side by side.
///
/// The commits are dealt out in blocks, so that each process finds the contents it needs near those it had just before, and all
/// have about the same to do. What a process prints before its turn waits in memory.
struct GitChanges {
    private static let processCount = 2
    /// Fewer commits are not worth a second process.
    private static let fewest = 16
    /// What one process prints ahead of its turn waits in memory; at each end of a block contents are looked for anew.
    private static let largestBlock = 1_024

    private static let arguments = [
        "log", "--no-walk=unsorted", "--stdin", "-z", "--no-color", "--no-ext-diff", "--no-textconv", "--no-show-signature",
        "-O/dev/null", "--numstat", "-M", GitChangesParser.format,
    ]

    /// A git process that ended badly; its last line may hold a name.
    struct Failure: Error {
        let ending: GitProcess.Ending
    }

    /// What one process has printed.
    private struct Share {
        var pieces: AsyncThrowingStream<[UInt8], any Error>.Iterator
        var parser = GitChangesParser()
    }

    private var shares: [Share] = []
    private let block: Int
    private var takenCount = 0

    /// Starts the processes; they end early where the group is cancelled.
    init(of shas: [ArraySlice<UInt8>], with git: GitProcess, in group: inout ThrowingTaskGroup<Void, any Error>) {
        let count = shas.isEmpty ? 0 : shas.count < Self.fewest ? 1 : Self.processCount
        let even = count == 0 ? 1 : (shas.count + count - 1) / count
        // As many blocks for each, all of about the same size.
        let blockCount = max(1, (even + Self.largestBlock - 1) / Self.largestBlock)
        block = (even + blockCount - 1) / blockCount
        for share in 0..<count {
            var input: [UInt8] = []
            for (index, sha) in shas.enumerated() where index / block % count == share { input += sha + [UInt8(ascii: "\n")] }
            let (pieces, continuation) = AsyncThrowingStream.makeStream(of: [UInt8].self, throwing: (any Error).self)
            shares.append(Share(pieces: pieces.makeAsyncIterator()))
            group.addTask { [input] in
                do {
                    let ending = try await git.stream(Self.arguments, input: input) { continuation.yield($0) }
                    continuation.finish(throwing: ending.isSuccess ? nil : Failure(ending: ending))
                } catch {
                    continuation.finish(throwing: error)
                }
            }
        }
    }

    /// The next commit in the order in which the shas were given; nil where git printed fewer than it was asked for.
    mutating func next() async throws -> GitChangesParser.Commit? {
        guard !shares.isEmpty else { return nil }
        let share = takenCount / block % shares.count
        takenCount += 1
        while true {
            if let commit = shares[share].parser.take() { return commit }
            if let piece = try await shares[share].pieces.next(isolation: #isolation) {
                shares[share].parser.read(piece)
            } else {
                // A cancelled stream ends as one that is through.
                try Task.checkCancellation()
                return shares[share].parser.finish() ? shares[share].parser.take() : nil
            }
        }
    }

    /// Waits for the processes to end, and fails where one ended badly after it had printed everything.
    mutating func finish() async throws {
        for share in shares.indices {
            while let piece = try await shares[share].pieces.next(isolation: #isolation) { shares[share].parser.read(piece) }
        }
    }

    /// Entries that were not understood.
    var strangeCount: Int { shares.reduce(0) { $0 + $1.parser.strangeCount } }
}
