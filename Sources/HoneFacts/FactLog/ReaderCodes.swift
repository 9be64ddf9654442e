/// What the texts of a column are called by whoever read them: a reader that numbers its texts once tells the log with each batch which ones
/// it means, so that none is looked for twice.
package struct ReaderCodes: Sendable {
    /// Of the reader: with it a code means the same text in every batch.
    package let mark: TextTable.Mark
    /// The reader's codes of the column's texts from its code 1 on ...
    private let recent: ClosedRange<Int32>
    /// ... and of those behind them.
    private let older: [Int32]

    package init(mark: TextTable.Mark, recent: ClosedRange<Int32>, older: [Int32]) {
        (self.mark, self.recent, self.older) = (mark, recent, older)
    }

    /// Texts of the column, without the empty one.
    package var count: Int { recent.count + older.count }

    /// One more than the greatest.
    package var end: Int { Int(recent.upperBound) + 1 }

    /// The column's codes of the reader's texts from one code to another, where they stand in it one after the other.
    package func ownCodes(from first: Int32, through last: Int32) -> ClosedRange<Int32>? {
        guard recent.contains(first), recent.contains(last) else { return nil }
        return first - recent.lowerBound + 1...last - recent.lowerBound + 1
    }

    /// The reader's codes by those of the column; 0 is that of the empty text. Complexity: O(count).
    package var byCode: [Int32] { [0] + recent + older }
}
