import HoneFacts

/// Where a history stands, as a fact.
enum HeadFact {
    /// - Parameters:
    ///   - branch: masked; empty where nobody says.
    ///   - isCutOff: whether commits before the oldest ones are missing: a shallow clone, or a part of a log.
    /// - Returns: nothing for a history without commits.
    static func batch(origin: String, branch: String, sha: String, isCutOff: Bool) -> FactBatch {
        var batch = FactBatch(.head, origin: origin)
        guard !sha.isEmpty else { return batch }
        batch.append(id: "HEAD", row: [.text(branch), .text(sha), .integer(isCutOff ? 1 : 0)])
        return batch
    }
}
