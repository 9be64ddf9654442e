/// Words of known people in running text.
extension NameMask {
    /// Whether masking may change a text; false for most, which need not be taken apart.
    func mayHoldNames(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if text.starts(with: NameMask.merge) { return true }
        var place = 0
        while place < text.count {
            guard NameMask.isWordByte(text[place]) else {
                if text[place] == NameMask.at || NameMask.isEndOfTrailer(text, place) { return true }
                place += 1
                continue
            }
            let start = place
            var part = place
            while place < text.count, NameMask.isWordByte(text[place]) {
                if text[place] >= 0x80 { return true }
                if place > start, NameMask.isBoundary(text[place - 1], text[place]) {
                    if place - part >= NameWord.shortest, knows(text[part..<place]) { return true }
                    part = place
                }
                place += 1
            }
            if place - part >= NameWord.shortest, knows(text[part..<place]) { return true }
            if part > start, place - start >= NameWord.shortest, knows(text[start..<place]) { return true }
        }
        return false
    }

    /// Replaces known words.
    func replaceWords(_ bytes: inout [UInt8]) {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        var isChanged = false
        var position = 0
        while position < bytes.count {
            if NameMask.startsReplacement(bytes, position) {
                NameMask.appendReplacement(to: &result)
                position += NameMask.replacementBytes.count
                continue
            }
            guard NameMask.isWordByte(bytes[position]) else {
                result.append(bytes[position])
                position += 1
                continue
            }
            let start = position
            var isPlain = true
            while position < bytes.count, NameMask.isWordByte(bytes[position]), !NameMask.startsReplacement(bytes, position) {
                if bytes[position] >= 0x80 { isPlain = false }
                position += 1
            }
            if appendWord(bytes[start..<position], isPlain: isPlain, to: &result) { isChanged = true }
        }
        if isChanged { bytes = result }
    }

    private func appendWord(_ word: ArraySlice<UInt8>, isPlain: Bool, to result: inout [UInt8]) -> Bool {
        guard isPlain else { return appendUnicode(String(decoding: word, as: UTF8.self), to: &result) }
        if word.count >= NameWord.shortest, knows(word) {
            NameMask.appendReplacement(to: &result)
            return true
        }
        return appendParts(of: word, to: &result)
    }

    /// Looks at the runs of letters in a word such as `doe77` or `fixDoeBug`.
    private func appendParts(of word: ArraySlice<UInt8>, to result: inout [UInt8]) -> Bool {
        var isChanged = false
        var start = word.startIndex
        while start < word.endIndex {
            var end = start + 1
            while end < word.endIndex, !NameMask.isBoundary(word[end - 1], word[end]) { end += 1 }
            let part = word[start..<end]
            if part.count >= NameWord.shortest, part.count < word.count, knows(part) {
                NameMask.appendReplacement(to: &result)
                isChanged = true
            } else {
                result.append(contentsOf: part)
            }
            start = end
        }
        return isChanged
    }

    /// The slow way, for words with bytes beyond ASCII.
    private func appendUnicode(_ text: String, to result: inout [UInt8]) -> Bool {
        var isChanged = false
        var rest = text[...]
        while let first = rest.first {
            let isLetter = first.isLetter || first.isNumber
            let run = rest.prefix { ($0.isLetter || $0.isNumber) == isLetter && NameWord.isUnspaced($0) == NameWord.isUnspaced(first) }
            rest = rest[run.endIndex...]
            if isLetter, NameWord.isUnspaced(first) {
                if appendUnspaced(Array(run), to: &result) { isChanged = true }
            } else if isLetter, run.count >= NameWord.shortest, knows(NameWord.folded(run)) {
                NameMask.appendReplacement(to: &result)
                isChanged = true
            } else if isLetter {
                if appendUnicodeParts(of: run, to: &result) { isChanged = true }
            } else {
                result.append(contentsOf: run.utf8)
            }
        }
        return isChanged
    }

    /// The same as `appendParts`: `fixGrünBug`, `Grün2`.
    private func appendUnicodeParts(of run: Substring, to result: inout [UInt8]) -> Bool {
        var isChanged = false
        var rest = run
        while var last = rest.first {
            var end = rest.index(after: rest.startIndex)
            while end < rest.endIndex, !NameMask.isBoundary(last, rest[end]) {
                last = rest[end]
                end = rest.index(after: end)
            }
            let part = rest[..<end]
            rest = rest[end...]
            if part.count >= NameWord.shortest, part.count < run.count, knows(NameWord.folded(part)) {
                NameMask.appendReplacement(to: &result)
                isChanged = true
            } else {
                result.append(contentsOf: part.utf8)
            }
        }
        return isChanged
    }

    private static func isBoundary(_ left: Character, _ right: Character) -> Bool {
        left.isNumber != right.isNumber || (left.isLowercase && right.isUppercase)
    }

    /// Names inside a run of letters without spaces: the longest known name at each place.
    private func appendUnspaced(_ run: [Character], to result: inout [UInt8]) -> Bool {
        var isChanged = false
        var position = 0
        places: while position < run.count {
            var length = min(longestUnspaced, run.count - position)
            while length >= 2 {
                if knows(unspaced: String(run[position..<position + length])) {
                    NameMask.appendReplacement(to: &result)
                    isChanged = true
                    position += length
                    continue places
                }
                length -= 1
            }
            result.append(contentsOf: String(run[position]).utf8)
            position += 1
        }
        return isChanged
    }

    @inline(__always)
    static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    }

    private static func isBoundary(_ left: UInt8, _ right: UInt8) -> Bool {
        let leftIsDigit = left <= 0x39
        let rightIsDigit = right <= 0x39
        if leftIsDigit != rightIsDigit { return true }
        return left >= 0x61 && !rightIsDigit && right < 0x61
    }

    static func startsReplacement(_ bytes: [UInt8], _ position: Int) -> Bool {
        bytes[position] == replacementBytes[0] && position + replacementBytes.count <= bytes.count
            && bytes[position..<position + replacementBytes.count].elementsEqual(replacementBytes)
    }
}
