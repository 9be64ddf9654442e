import HoneFacts

/// Where a history stands, as a fact.
enum HeadFact {
    /// - Parameters:
    ///   - branch: masked; empty where nobody says.
    ///   - isCutOff: whether commits before the oldest ones are missing: a shallow clone, or a part of a log.
    ///   - uncountedCount: commits whose changed files are known and whose lines are not.
    /// - Returns: nothing for a history without commits.
    static func batch(origin: String, branch: String, sha: String, isCutOff: Bool, uncountedCount: Int = 0) -> FactBatch {
        var batch = FactBatch(.head, origin: origin)
        guard !sha.isEmpty else { return batch }
        batch.append(id: "HEAD", row: [.text(branch), .text(sha), .integer(isCutOff ? 1 : 0), .integer(Int64(uncountedCount))])
        return batch
    }
}
