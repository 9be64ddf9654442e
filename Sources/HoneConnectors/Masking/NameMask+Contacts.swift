/// Contacts of people that the history does not know: `First Last <someone@example.org>` in running text.
extension NameMask {
    /// Longest name that is looked for, in words.
    private static let longestName = 4

    /// Replaces the capitalised words before an address in angle brackets, whose address is replaced already.
    static func replaceNamesBeforeAddresses(_ bytes: inout [UInt8]) {
        let opening = [UInt8(ascii: "<")] + replacementBytes
        guard bytes.count > opening.count else { return }
        var position = bytes.count - opening.count
        while position > 0 {
            if bytes[position] == opening[0], bytes[position...].starts(with: opening), let start = nameStart(bytes, before: position) {
                bytes.replaceSubrange(start..<position, with: replacementBytes + [UInt8(ascii: " ")])
                position = start
            }
            position -= 1
        }
    }

    /// Where the name that ends at an angle bracket begins; nil where no capitalised word stands before it.
    private static func nameStart(_ bytes: [UInt8], before bracket: Int) -> Int? {
        var start: Int?
        var end = bracket
        for _ in 0..<longestName {
            while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
            var first = end
            while first > 0, bytes[first - 1] != UInt8(ascii: " ") { first -= 1 }
            guard first < end, (0x41...0x5A).contains(bytes[first]) || bytes[first] >= 0x80 else { break }
            start = first
            end = first
        }
        return start
    }
}
