import HoneFacts

/// Tags as facts, with ids that name no person.
struct TagFacts {
    private(set) var batch: FactBatch
    /// Ids and commits of the tags that are there now.
    private(set) var current: [String: String] = [:]
    private(set) var skippedCount = 0

    init(_ tags: [GitTag], known: [String: String], origin: String, mask: NameMask, digest: Digest) {
        batch = FactBatch(.tag, origin: origin)
        for tag in tags {
            guard !tag.sha.isEmpty else {
                skippedCount += 1
                continue
            }
            let name = mask.masked(tag.name)
            // Two names may look the same once masked: the pseudonym keeps their ids apart.
            let id = name == tag.name ? name : name + " " + digest.pseudonym(tag.name)
            current[id] = tag.sha
            batch.append(
                id: id, row: [.text(name), .text(tag.sha), .instant(tag.taggedAt.map { Instant(seconds: $0) })])
        }
        for id in known.keys.sorted() where current[id] == nil {
            batch.append(id: id, isRetracted: true)
        }
    }
}
