/// Files of git histories with the commits that touched them, renames followed, as columns.
///
/// People are integers that mean nothing outside of this value: a metric may count them, and nothing here can name them.
package struct FileHistories: Sendable {
    /// Path at HEAD; of a file that is gone, its last.
    package var path: [String] = []
    /// Row in `origins`.
    package var origin: [Int] = []
    /// When the first commit that is known touched it; `Instant.missing` where none is.
    package var bornAt: [Int64] = []
    /// When the commit that took it away touched it; `Instant.missing` for a file at HEAD.
    package var goneAt: [Int64] = []
    package var isAtHead: [Bool] = []
    /// Whether git counted no line of it in a history in which it counts lines.
    package var isBinary: [Bool] = []
    /// Lines at HEAD that are not blank, and the sum of their indentation levels; `Instant.missing` where not known.
    package var lines: [Int64] = []
    package var indentationSum: [Int64] = []
    package var count: Int { path.count }

    /// Touches of all files, oldest first within a file: the commit's row, and what it did.
    package var touchCommit: [Int32] = []
    package var touchKind: [Touch] = []
    /// Lines that each touch added and took away; -1 where git counts none, as in a binary file.
    package var touchAdded: [Int32] = []
    package var touchDeleted: [Int32] = []
    var touchOffsets: [Int] = [0]
    /// Comments at HEAD that own up to a debt in a marker word, and when the oldest came in; missing where not known.
    package var markerCount: [Int64] = []
    package var oldestMarkerAt: [Int64] = []

    /// Commits that HEAD reaches: their instant, and who made them as a code, or -1 for a program and for nobody known.
    package var commitAt: [Int64] = []
    package var commitDeveloper: [Int32] = []
    package var developerCount = 0
    /// Row of each commit in the histories of git, or -1 where it does not count there.
    package var gitCommit: [Int32] = []
    /// Commits of programs: no metric over people counts them.
    package var programCommitCount = 0

    package var origins: [String] = []
    /// Commits whose files are known by their names alone: what they added and deleted is not known.
    package var uncountedCommitCount = 0

    /// What a commit did to a file, as far as counted lines can say it.
    package enum Touch: UInt8, Sendable {
        case added, changed, deleted
    }

    package init() {}

    /// Rows in `touchCommit` and `touchKind`.
    package func touches(of file: Int) -> Range<Int> { touchOffsets[file]..<touchOffsets[file + 1] }

    /// Whether a file was there at an instant, given as a raw value.
    package func isThere(_ file: Int, at instant: Int64) -> Bool {
        bornAt[file] <= instant && (isAtHead[file] || instant < goneAt[file])
    }
}
