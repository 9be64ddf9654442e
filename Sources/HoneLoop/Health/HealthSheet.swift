/// What one person answers, as bytes of one length whatever is in it. There is no place in it for who, for a token or for a time.
package struct HealthSheet: Sendable, Equatable {
    /// One for each statement, in their order.
    package let answers: [HealthAnswer]
    /// Empty where nothing was written.
    package let comment: String

    package static let longestComment = 500
    private static let (version, length, cannotSay): (UInt8, Int, UInt8) = (1, 640, 9)

    /// - Throws: `Refusal` where it does not fit the statements.
    package init(answers: [HealthAnswer], comment: String = "", to questions: [HealthQuestion]) throws(Refusal) {
        guard answers.count == questions.count else {
            throw Refusal(
                "There are \(questions.count) statements and \(answers.count) answers. Give 1 to 5 or ? for each, in their order: \(questions.map(\.id).joined(separator: ", "))."
            )
        }
        guard comment.utf8.count <= Self.longestComment else {
            throw Refusal("The comment is longer than \(Self.longestComment) bytes. Say it shorter; nothing was taken.")
        }
        (self.answers, self.comment) = (answers, comment)
    }

    /// Always as many bytes: the length of a sealed sheet says nothing.
    package var bytes: [UInt8] {
        var bytes = [Self.version, UInt8(answers.count)]
        for answer in answers {
            if case .level(let level) = answer { bytes.append(UInt8(level)) } else { bytes.append(Self.cannotSay) }
        }
        let text = Array(comment.utf8)
        bytes += [UInt8(text.count >> 8), UInt8(text.count & 255)] + text
        return bytes + [UInt8](repeating: 0, count: Self.length - bytes.count)
    }

    /// Nil for bytes that are no sheet with that many answers.
    package init?(bytes: [UInt8], questionCount: Int) {
        guard bytes.count == Self.length, bytes[0] == Self.version, Int(bytes[1]) == questionCount, questionCount <= HealthPack.most else {
            return nil
        }
        var answers: [HealthAnswer] = []
        for byte in bytes[2..<2 + questionCount] {
            guard byte == Self.cannotSay || HealthAnswer.levels.contains(Int(byte)) else { return nil }
            answers.append(byte == Self.cannotSay ? .cannotSay : .level(Int(byte)))
        }
        let start = 4 + questionCount
        let count = Int(bytes[start - 2]) << 8 | Int(bytes[start - 1])
        guard count <= Self.longestComment, start + count <= bytes.count else { return nil }
        self.answers = answers
        comment = String(decoding: bytes[start..<start + count], as: UTF8.self)
    }
}
