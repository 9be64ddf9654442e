/// Finds the values of ordinary objects at memory speed: no escapes in what is wanted, nothing nested there, no key twice.
/// Anything else is left to `JSONLinesReader`, which is right about every line.
struct JSONPlainRows: PlainRows {
    let keys: JSONKeys

    var width: Int { keys.count }
    var noteCount: Int { 0 }

    @inline(__always)
    func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into fields: UnsafeMutableBufferPointer<Int>) -> Int? {
        for index in 0..<keys.count { fields[index * 2] = -1 }
        var members = JSONMembers(bytes, from: start)
        var expected = 0
        while let member = members.next() {
            guard !member.isKeyEscaped else { return nil }
            let column = keys.column(bytes, member.keyStart, member.keyEnd, expected: expected)
            guard column >= 0 else { continue }
            expected = column + 1
            guard fields[column * 2] < 0, member.kind != .escapedText, member.kind != .nested else { return nil }
            fields[column * 2] = member.start
            fields[column * 2 + 1] = member.kind == .null ? member.start : member.end
        }
        let end = members.position
        guard members.isWhole, end < bytes.count, bytes[end] == 10 else { return nil }
        for index in 0..<keys.count where fields[index * 2] < 0 { (fields[index * 2], fields[index * 2 + 1]) = (start, start) }
        return end + 1
    }
}
