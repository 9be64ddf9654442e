internal import HoneFacts

extension CSVItems {
    func itemGroup(_ index: Int, _ origin: String) -> FactBatch {
        var batch = FactBatch(byColumns: .item, origin: origin)
        let first = index * Self.groupSize
        for position in first..<min(first + Self.groupSize, items.count) {
            let item = items[position]
            let key = texts.keys[Int32(position + 1)]
            var row: [FactValue] = [
                .text(key), .text(texts.types[item.type]), .text(texts.titles[item.title]),
                .text(texts.labels[item.labels]), .text(texts.streams[item.stream]), .date(item.requestedAt),
                .date(item.startedAt), .date(item.finishedAt), .text(texts.statuses[item.status]),
                .text(texts.reasons[item.reason]),
            ]
            if details.isEmpty {
                row += [.unknown, .unknown, .text("dates")]
            } else {
                let detail = details[position]
                row += [
                    .date(detail.logged), .text(foundWords[Int(detail.found)]), .text("dates"), .date(detail.estimated),
                    .text(texts.severities[detail.severity]), .text(texts.phases[detail.injectedPhase]),
                    .text(texts.phases[detail.foundPhase]), .text(texts.versions[detail.versions]),
                    .unknown, .unknown, detail.affected == 0 ? .unknown : .text(texts.versions[detail.affected]),
                ]
            }
            batch.append(row: row)
        }
        return batch
    }
}

extension FactValue {
    /// A raw instant or a number of seconds, where `Instant.missing` is not known.
    static func date(_ rawValue: Int64) -> FactValue { rawValue == Instant.missing ? .unknown : .integer(rawValue) }
}
