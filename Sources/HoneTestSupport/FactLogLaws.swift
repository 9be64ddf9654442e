package import HoneFacts

/// The laws of a fact log, checked the same way for every implementation. Each returns what it found wrong; empty is lawful.
package struct FactLogLaws {
    let makeLog: @Sendable () async throws -> any FactLog

    package init(_ makeLog: @escaping @Sendable () async throws -> any FactLog) {
        self.makeLog = makeLog
    }

    package func violations() async throws -> [String] {
        try await twiceIsOnce() + latestIsRead() + othersAreTold() + retractionHides() + originsStayApart() + cursorIsKept() + orderIsKept()
            + sourceIsTakenBack() + earlierItemsAreKept()
    }

    private func batch(_ values: [(id: String, name: String, at: Int64?)], origin: String = "a", retracted: Bool = false) -> FactBatch {
        var batch = FactBatch(.tag, origin: origin)
        for value in values {
            batch.append(
                id: value.id, isRetracted: retracted, integers: value.at.map { ["tagged_at": $0] } ?? [:], texts: ["name": value.name])
        }
        return batch
    }

    private func names(_ log: any FactLog) async throws -> [String] {
        try await log.read(.tag).flatMap { batch in (0..<batch.count).map { batch.texts("name")[$0] } }
    }

    private func twiceIsOnce() async throws -> [String] {
        let log = try await makeLog()
        let facts = batch([("1", "one", 0), ("2", "two", nil), ("3", "", Int64.max)])
        let first = try await log.append([facts], recordedAt: 1, cursor: nil)
        let second = try await log.append([facts], recordedAt: 2, cursor: nil)
        let read = Array(try await log.read(.tag))
        let isSame = read.count == 1 && (0..<3).allSatisfy { read[0].row($0) == facts.row($0) } && read[0].ids == facts.ids
        return (first == AppendCount(added: 3) ? [] : ["first append counted \(first)"])
            + (second == AppendCount(unchanged: 3) ? [] : ["second append counted \(second)"])
            + (isSame ? [] : ["what was read is not what was appended"])
    }

    private func latestIsRead() async throws -> [String] {
        let log = try await makeLog()
        for name in ["old", "new", "old"] { _ = try await log.append([batch([("1", name, 7)])], recordedAt: 1, cursor: nil) }
        let count = try await log.append([batch([("1", "last", 7)])], recordedAt: 1, cursor: nil)
        let names = try await names(log)
        return (count == AppendCount(changed: 1) ? [] : ["a change counted \(count)"])
            + (names == ["last"] ? [] : ["the latest version is not read, but \(names)"])
    }

    private func othersAreTold() async throws -> [String] {
        let log = try await makeLog()
        func append(_ name: String, from source: String) async throws -> AppendCount {
            try await log.append([batch([("1", name, 7)])], from: source, recordedAt: 1, cursor: nil)
        }
        let counts = [
            try await append("one", from: "x"), try await append("two", from: "x"), try await append("three", from: "y"),
            try await append("four", from: "y"), try await append("four", from: "x"),
        ]
        return counts.map(\.overruled) == [0, 0, 1, 0, 0]
            ? [] : ["what another source said otherwise is counted as \(counts.map(\.overruled))"]
    }

    private func retractionHides() async throws -> [String] {
        let log = try await makeLog()
        _ = try await log.append([batch([("1", "x", 7), ("2", "y", 7)])], recordedAt: 1, cursor: nil)
        _ = try await log.append([batch([("1", "x", 7)], retracted: true)], recordedAt: 2, cursor: nil)
        let hidden = try await names(log)
        _ = try await log.append([batch([("1", "x", 7)])], recordedAt: 3, cursor: nil)
        let back = try await names(log)
        return (hidden == ["y"] ? [] : ["a retracted fact is read: \(hidden)"])
            + (back == ["y", "x"] ? [] : ["a fact did not come back: \(back)"])
    }

    private func originsStayApart() async throws -> [String] {
        let log = try await makeLog()
        let count = try await log.append(
            [batch([("1", "x", 7)], origin: "a"), batch([("1", "x", 7)], origin: "b")], recordedAt: 1, cursor: nil)
        let origins = try await log.read(.tag).map(\.origin).sorted()
        return count == AppendCount(added: 2) && origins == ["a", "b"] ? [] : ["facts of two origins were mixed: \(origins)"]
    }

    private func cursorIsKept() async throws -> [String] {
        let log = try await makeLog()
        _ = try await log.append([], recordedAt: 1, cursor: SourceCursor(origin: "a", position: "p1", readAt: 1))
        _ = try await log.append([batch([("1", "x", 7)])], recordedAt: 2, cursor: nil)
        func odd(_ count: Int, line: Int?, field: String?) -> SourceOddity {
            let first = Diagnostic(.skipped, code: "c", file: "f.csv", line: line, field: field, message: "It is so.", advice: "Mend it.")
            return SourceOddity(first: first, count: count)
        }
        let oddities = [odd(3, line: 7, field: "Done"), odd(1, line: nil, field: nil)]
        for oddities in [[odd(9, line: 1, field: nil)], oddities] {
            let cursor = SourceCursor(origin: "a", position: "p2", readAt: 3, oddities: oddities, factCount: 7)
            _ = try await log.append([], recordedAt: 3, cursor: cursor)
        }
        let cursors = try await log.cursors()
        let expected = [SourceCursor(origin: "a", position: "p2", readAt: 3, oddities: oddities, factCount: 7)]
        return cursors == expected ? [] : ["the cursor is \(cursors)"]
    }

    private func orderIsKept() async throws -> [String] {
        let log = try await makeLog()
        let ids = (0..<200).map { String(($0 * 73) % 200) }
        _ = try await log.append([batch(ids.map { ($0, $0, 7) })], recordedAt: 1, cursor: nil)
        let read = try await log.read(.tag).flatMap(\.ids)
        _ = try await log.append([batch([(ids[0], "changed", 7)])], recordedAt: 2, cursor: nil)
        let after = try await log.read(.tag).flatMap(\.ids)
        return (read == ids ? [] : ["facts are not read in the order of recording"])
            + (after == Array(ids.dropFirst()) + [ids[0]] ? [] : ["a changed fact does not stand where its latest version was recorded"])
    }

    private func sourceIsTakenBack() async throws -> [String] {
        let log = try await makeLog()
        let odd = SourceOddity(first: Diagnostic(.note, code: "c", file: "f", message: "It is so.", advice: "Leave it."), count: 1)
        func cursor(_ origin: String) -> SourceCursor { SourceCursor(origin: origin, position: "p", readAt: 1, oddities: [odd]) }
        _ = try await log.append([batch([("1", "x", 7), ("2", "y", 7)])], from: "first", recordedAt: 1, cursor: cursor("first"))
        _ = try await log.append([batch([("2", "z", 7), ("3", "w", 7)])], from: "second", recordedAt: 2, cursor: cursor("second"))
        let count = try await log.retract(from: "first", recordedAt: 3)
        let left = try await names(log)
        let again = try await log.append([batch([("1", "x", 7)])], from: "first", recordedAt: 4, cursor: nil)
        let back = try await names(log)
        let cursors = try await log.cursors().map(\.origin)
        return (count == 1 && left == ["z", "w"] ? [] : ["taking a source back left \(left)"])
            + (again == AppendCount(changed: 1) && back == ["z", "w", "x"] ? [] : ["a fact taken back did not come back: \(back)"])
            + (cursors == ["second"] ? [] : ["the cursors are those of \(cursors)"])
    }

    private func earlierItemsAreKept() async throws -> [String] {
        let log = try await makeLog()
        func items(_ type: String, _ key: String = "K") -> FactBatch {
            var batch = FactBatch(byColumns: .item, origin: "a")
            batch.append(texts: ["key": key, "type": type, "labels": "x\u{1f}y", "title": "T"])
            return batch
        }
        _ = try await log.append([items("bug"), items("bug", "L")], from: "first", recordedAt: 1, cursor: nil)
        _ = try await log.append([items("bug")], from: "first", recordedAt: 2, cursor: nil)
        let none = try await log.earlierItems()
        for (at, type) in ["tool", "chore"].enumerated() {
            _ = try await log.append([items(type)], from: "first", recordedAt: Int64(3 + at), cursor: nil)
        }
        let two = try await log.earlierItems()
        _ = try await log.retract(from: "first", recordedAt: 5)
        _ = try await log.append([items("story")], from: "first", recordedAt: 6, cursor: nil)
        let after = try await log.earlierItems()
        let expected = [("bug", 1), ("tool", 3)].map { type, at in
            EarlierItem(origin: "a", key: "K", type: type, labels: "x\u{1f}y", title: "T", recordedAt: Int64(at))
        }
        return (none.isEmpty ? [] : ["an unchanged item has an earlier version: \(none)"])
            + (two == expected ? [] : ["the earlier versions of an item are \(two)"])
            + (after.isEmpty ? [] : ["a source that was taken back has earlier versions: \(after)"])
    }
}
