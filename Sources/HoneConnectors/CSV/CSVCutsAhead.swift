/// Cuts that are made while those before them are taken, and no more of them than a few.
struct CSVCutsAhead: Sendable {
    /// In their order; it ends where the file does, and where the rest of it cannot be read this way.
    let cuts: AsyncStream<CSVCut>
    private let made: AsyncStream<CSVCut>.Continuation
    private let (asked, ask): (AsyncStream<Void>, AsyncStream<Void>.Continuation)

    /// - Parameter most: cuts that wait to be taken.
    init(most: Int) {
        (cuts, made) = AsyncStream.makeStream()
        (asked, ask) = AsyncStream.makeStream()
        for _ in 0..<most { ask.yield() }
    }

    /// Makes a cut each time one is asked for, until nobody does any more.
    @concurrent
    func make(_ cutter: sending CSVCutter) async {
        var cutter = cutter
        for await _ in asked {
            guard let cut = cutter.next() else { break }
            made.yield(cut)
        }
        made.finish()
    }

    /// Asks for another cut in the place of one that is taken.
    func askForOne() { ask.yield() }

    /// Lets the maker end behind what it was asked for.
    func close() { ask.finish() }
}
