/// Takes the names of people out of titles, branches and tags before they are stored.
///
/// Every word that is part of a known person's name, login or address, every address, mention and trailer becomes
/// `‹person›`. Works on bytes: about a microsecond a title. What must survive (tracker keys, change numbers, reverts) is
/// taken out of the text before.
package struct NameMask: Sendable {
    /// What stands where a name stood.
    package static let replacement = "‹person›"
    static let replacementBytes = Array(replacement.utf8)

    /// Leaves texts as they are: only for the test that shows that names would be found without a mask.
    package static let off = NameMask(isOff: true, people: KnownPeople())

    let isOff: Bool
    /// Hashes of folded words. Two words with one hash of 64 bits mask a word too much, never one too few.
    private let words: HashedWords
    private let unspaced: Set<String>
    let longestUnspaced: Int
    /// Where people are known by their traces: those, and their key. The words are hashed with it then.
    private let traces: PeopleTraces?
    private let key: KeyedHash?

    package init(_ people: KnownPeople) {
        self.init(isOff: false, people: people)
    }

    private init(isOff: Bool, people: KnownPeople) {
        self.isOff = isOff
        words = HashedWords(Set(people.maskedWords.map { NameWord.hash($0.utf8) }))
        unspaced = people.unspaced
        longestUnspaced = people.unspaced.map(\.count).max() ?? 0
        (traces, key) = (nil, nil)
    }

    /// A mask for people of whom only traces are known. Slower a word, and the same.
    init(_ traces: PeopleTraces, _ key: KeyedHash) {
        isOff = false
        words = HashedWords(traces.maskedWords)
        unspaced = []
        longestUnspaced = traces.longestUnspaced
        (self.traces, self.key) = (traces, key)
    }

    /// The text without names. Complexity: O(bytes).
    package func masked(_ text: String) -> String {
        var text = text
        if isOff || text.isEmpty || !text.withUTF8(mayHoldNames) { return text }
        return String(decoding: masked(Array(text.utf8)), as: UTF8.self)
    }

    /// The text without names. Complexity: O(bytes).
    /// - Parameter text: valid UTF-8.
    func masked(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if isOff || text.isEmpty || !text.withUnsafeBufferPointer(mayHoldNames) { return text }
        return masked(Array(text))[...]
    }

    private func masked(_ text: [UInt8]) -> [UInt8] {
        var bytes = text
        NameMask.cutTrailer(&bytes)
        NameMask.replaceMergeOrigins(&bytes)
        if NameMask.replaceAddresses(&bytes) { NameMask.replaceNamesBeforeAddresses(&bytes) }
        replaceWords(&bytes)
        return bytes
    }

    /// - Parameter word: ASCII, in any case.
    func knows(_ word: some Sequence<UInt8>) -> Bool {
        let folded = word.lazy.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        return words.contains(key?.hash(folded) ?? NameWord.hash(folded))
    }

    /// - Parameter word: folded.
    func knows(_ word: String) -> Bool { words.contains(key?.hash(word.utf8) ?? NameWord.hash(word.utf8)) }

    func knows(unspaced name: String) -> Bool {
        if let traces, let key { return traces.isUnspacedName(key.hash(name.utf8)) }
        return unspaced.contains(name)
    }

    /// Appends the replacement, once for names that follow each other: how many words a name has is not told either.
    static func appendReplacement(to bytes: inout [UInt8]) {
        var end = bytes.count
        while end > 0, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        if end >= replacementBytes.count, bytes[(end - replacementBytes.count)..<end].elementsEqual(replacementBytes) {
            bytes.removeSubrange(end...)
        } else {
            bytes.append(contentsOf: replacementBytes)
        }
    }
}
