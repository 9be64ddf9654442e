import HoneFacts

/// Changed files on their way into a batch, column by column: there are several for each commit, and each would be a row of
/// values taken apart again.
struct FileChangeColumns {
    private var sha = TextColumn.blank
    private var path = TextColumn.blank
    private var oldPath = TextColumn.blank
    private var added: [Int64] = []
    private var deleted: [Int64] = []
    /// The commit of the last row.
    private var last: ArraySlice<UInt8> = []

    var count: Int { added.count }

    mutating func add(_ file: GitFileChange, of commit: ArraySlice<UInt8>) {
        if commit == last {
            sha.appendLast()
        } else {
            sha.append(commit)
            last = commit
        }
        path.append(file.path)
        oldPath.append(file.oldPath)
        added.append(file.added ?? Instant.missing)
        deleted.append(file.deleted ?? Instant.missing)
    }

    func batch(_ origin: String) -> FactBatch {
        FactBatch(
            byColumns: .fileChange, origin: origin,
            columns: [.texts(sha), .texts(path), .texts(oldPath), .integers(added), .integers(deleted)])
    }
}
