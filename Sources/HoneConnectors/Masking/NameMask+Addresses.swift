/// Addresses, mentions and trailers, whoever they belong to.
extension NameMask {
    static let at = UInt8(ascii: "@")

    /// Replaces `someone@example.org` and `@login`; true where there was one.
    static func replaceAddresses(_ bytes: inout [UInt8]) -> Bool {
        guard bytes.contains(at) else { return false }
        var result: [UInt8] = []
        var isChanged = false
        var position = 0
        while position < bytes.count {
            guard bytes[position] == at else {
                result.append(bytes[position])
                position += 1
                continue
            }
            var end = position + 1
            while end < bytes.count, isAddressByte(bytes[end]) { end += 1 }
            // A full stop or a dash that ends the sentence is not part of the address.
            while end > position + 1, !isWordByte(bytes[end - 1]) { end -= 1 }
            var start = result.count
            while start > 0, isAddressByte(result[start - 1]) { start -= 1 }
            guard end > position + 1, !isVersion(bytes[(position + 1)..<end]) else {
                result.append(at)
                position += 1
                continue
            }
            result.removeSubrange(start...)
            appendReplacement(to: &result)
            isChanged = true
            position = end
        }
        if isChanged { bytes = result }
        return isChanged
    }

    /// Cuts what follows `Signed-off-by:` and its like in a text of one line.
    static func cutTrailer(_ bytes: inout [UInt8]) {
        guard bytes.count > 4, let colon = bytes.withUnsafeBufferPointer({ bytes in bytes.indices.first { isEndOfTrailer(bytes, $0) } })
        else { return }
        bytes.removeSubrange((colon + 1)...)
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: replacementBytes)
    }

    /// Whether a colon stands there behind `-by`.
    static func isEndOfTrailer(_ bytes: UnsafeBufferPointer<UInt8>, _ colon: Int) -> Bool {
        colon >= 3 && bytes[colon] == UInt8(ascii: ":") && bytes[colon - 3] == UInt8(ascii: "-")
            && bytes[colon - 2] | 0x20 == UInt8(ascii: "b") && bytes[colon - 1] | 0x20 == UInt8(ascii: "y")
    }

    /// Whether it begins as the version of a package does, such as `1.0.0` or `v2.1`; no account and no host does.
    private static func isVersion(_ bytes: ArraySlice<UInt8>) -> Bool {
        let number = bytes.drop { $0 | 0x20 == UInt8(ascii: "v") }
        let digits = number.prefix { $0 &- 48 < 10 }
        let rest = number.dropFirst(digits.count)
        return bytes.count - number.count < 2 && !digits.isEmpty && rest.first == UInt8(ascii: ".")
            && (rest.dropFirst().first ?? 0) &- 48 < 10
            && !isHost(rest)
    }

    /// Whether the last part of a name with full stops is one of letters, as that of a host is.
    private static func isHost(_ bytes: ArraySlice<UInt8>) -> Bool {
        let last = bytes.reversed().prefix { $0 != UInt8(ascii: ".") }
        return last.count > 1 && last.allSatisfy { ($0 | 0x20) &- 97 < 26 }
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        isWordByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "%")
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }
}
