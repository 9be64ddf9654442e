/// What a commit message says in words that are for programs: trailers, keys, numbers, reverts. Read before masking.
struct CommitMessage {
    let subject: ArraySlice<UInt8>
    let body: ArraySlice<UInt8>

    private static let newline = UInt8(ascii: "\n")
    private static let reverting = Array("This reverts commit ".utf8)
    private static let firstReverting = Array("This".utf8)
    private static let mergeRequest = Array("See merge request ".utf8)
    private static let revertSubject = Array("Revert \"".utf8)
    private static let merge = Array("Merge ".utf8)
    private static let numberLeads = ["Merge pull request #", "Merged PR "].map { Array($0.utf8) }

    /// The commits that this one reverts: shas in the body, `1` where only the subject says so, empty for none.
    var reverts: String {
        var shas: [String] = []
        for start in ByteSearch.occurrences(of: Self.firstReverting, in: body) {
            let flat = body[start...].lazy.map(CommitMessage.flat)
            guard flat.starts(with: Self.reverting) else { continue }
            let sha = flat.dropFirst(Self.reverting.count).drop { $0 == UInt8(ascii: " ") }.prefix(while: CommitMessage.isHex)
            let text = String(decoding: Array(sha), as: UTF8.self)
            if (7...64).contains(text.utf8.count), !shas.contains(text) { shas.append(text) }
        }
        if shas.isEmpty, subject.starts(with: Self.revertSubject) { return "1" }
        return shas.joined(separator: " ")
    }

    /// The number of the pull or merge request that brought this commit, empty for none.
    var changeNumber: String {
        for lead in Self.numberLeads where subject.starts(with: lead) { return CommitMessage.digits(subject.dropFirst(lead.count)) }
        if let number = mergedNumber { return number }
        if subject.last == UInt8(ascii: ")"), let hash = subject.lastIndex(of: UInt8(ascii: "#")), hash > subject.startIndex {
            let number = CommitMessage.digits(subject[(hash + 1)...])
            let lead = subject[..<hash]
            if hash + number.utf8.count + 2 == subject.endIndex, lead.last == UInt8(ascii: "(") || lead.ends(in: "(pull request ") {
                return number
            }
        }
        for start in ByteSearch.occurrences(of: Self.mergeRequest, in: body) {
            let line = body[start...].prefix { $0 != Self.newline }
            if let mark = line.lastIndex(of: UInt8(ascii: "!")) { return CommitMessage.digits(line[(mark + 1)...]) }
        }
        return ""
    }

    /// The number in `Merge #12: Title` and `Merge owner/repository#12: Title`, as merge scripts write them.
    private var mergedNumber: String? {
        guard subject.starts(with: Self.merge) else { return nil }
        let word = subject.dropFirst(Self.merge.count).prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ":") }
        guard let hash = word.firstIndex(of: UInt8(ascii: "#")), hash == word.startIndex || word[..<hash].contains(UInt8(ascii: "/"))
        else { return nil }
        let isEnd = word.endIndex == subject.endIndex || subject[word.endIndex] == UInt8(ascii: ":")
        let number = CommitMessage.digits(word[(hash + 1)...])
        return isEnd && !number.isEmpty && hash + 1 + number.utf8.count == word.endIndex ? number : nil
    }

    /// Contacts of `Co-authored-by:` lines, as written.
    var coauthors: [String] {
        CommitMessage.trailers(in: body).filter { $0.isCoauthor }.map { String(decoding: $0.contact, as: UTF8.self) }
    }

    /// A line such as `Reviewed-by: Name <mail>`.
    struct Trailer {
        let contact: ArraySlice<UInt8>
        let isCoauthor: Bool
    }

    /// Lines of one word that ends in `-by`, a colon and a contact. Complexity: O(bytes).
    static func trailers(in body: ArraySlice<UInt8>) -> [Trailer] {
        var found: [Trailer] = []
        guard mayHoldTrailers(body) else { return found }
        var start = body.startIndex
        while start < body.endIndex {
            let end = body[start...].firstIndex(of: newline) ?? body.endIndex
            if let trailer = trailer(in: body[start..<end]) { found.append(trailer) }
            start = end + 1
        }
        return found
    }

    /// Whether `by:` is anywhere in it, which is far cheaper to see than its lines.
    private static func mayHoldTrailers(_ body: ArraySlice<UInt8>) -> Bool {
        body.withUnsafeBufferPointer { bytes in
            var place = 2
            while let colon = ByteSearch.next(UInt8(ascii: ":"), in: bytes, from: place) {
                if bytes[colon - 1] | 0x20 == UInt8(ascii: "y"), bytes[colon - 2] | 0x20 == UInt8(ascii: "b") { return true }
                place = colon + 1
            }
            return false
        }
    }

    private static func trailer(in line: ArraySlice<UInt8>) -> Trailer? {
        guard let colon = line.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = line[..<colon].drop { $0 == UInt8(ascii: " ") }.map { $0 | 0x20 }
        guard name.count >= 4, name.suffix(3).elementsEqual("-by".utf8), !name.contains(UInt8(ascii: " ")) else { return nil }
        let contact = line[(colon + 1)...].trimmed
        guard !contact.isEmpty else { return nil }
        return Trailer(contact: contact, isCoauthor: name.elementsEqual("co-authored-by".utf8))
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix { (48...57).contains($0) }, as: UTF8.self)
    }

    /// Messages are wrapped by hand: a line break is a space here.
    private static func flat(_ byte: UInt8) -> UInt8 { byte == newline || byte == UInt8(ascii: "\r") ? UInt8(ascii: " ") : byte }

    private static func isHex(_ byte: UInt8) -> Bool { (48...57).contains(byte) || (97...102).contains(byte) }
}

extension ArraySlice<UInt8> {
    fileprivate func ends(in text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }

    /// Without spaces, tabs and carriage returns at either end.
    var trimmed: ArraySlice<UInt8> {
        var slice = self
        while let first = slice.first, first <= 0x20 { slice = slice.dropFirst() }
        while let last = slice.last, last <= 0x20 { slice = slice.dropLast() }
        return slice
    }
}
