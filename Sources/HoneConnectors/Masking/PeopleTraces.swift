/// The people a history knows, without their names: keyed hashes of the words that are masked. From these the mask of a whole
/// history can be made again when only its new part is read.
package struct PeopleTraces: Hashable, Sendable {
    private var words: Set<UInt64> = []
    private var unspaced: Set<UInt64> = []
    private(set) var longestUnspaced = 0
    private var asides: Set<UInt64> = []
    /// Words of mail domains with the one local part that each was seen with.
    private var domains: [UInt64: UInt64] = [:]
    private var sharedDomains: Set<UInt64> = []

    /// Nobody.
    init() {}

    init(_ people: KnownPeople, _ key: KeyedHash) {
        func hashes(_ texts: Set<String>) -> Set<UInt64> { Set(texts.map { key.hash($0.utf8) }) }
        words = hashes(people.words)
        unspaced = hashes(people.unspaced)
        longestUnspaced = people.unspaced.map(\.count).max() ?? 0
        asides = hashes(people.asides)
        sharedDomains = hashes(people.sharedDomainWords)
        for (word, local) in people.domainWords where !people.sharedDomainWords.contains(word) {
            domains[key.hash(word.utf8)] = key.hash(local.utf8)
        }
    }

    /// The traces of the people of both, as if they had been collected together.
    func adding(_ other: PeopleTraces) -> PeopleTraces {
        var all = self
        all.words.formUnion(other.words)
        all.unspaced.formUnion(other.unspaced)
        all.longestUnspaced = max(longestUnspaced, other.longestUnspaced)
        all.asides.formUnion(other.asides)
        all.sharedDomains.formUnion(other.sharedDomains)
        for (word, local) in other.domains where all.domains.updateValue(local, forKey: word) ?? local != local {
            all.sharedDomains.insert(word)
        }
        for word in all.sharedDomains { all.domains[word] = nil }
        return all
    }

    /// What to mask: see `KnownPeople.maskedWords`.
    var maskedWords: Set<UInt64> { words.union(asides.subtracting(sharedDomains)) }

    func isUnspacedName(_ hash: UInt64) -> Bool { unspaced.contains(hash) }
}

/// As text, six words: the longest name without spaces, and the hashes in hexadecimal digits, `-` for none.
extension PeopleTraces {
    var text: String {
        let pairs = domains.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        let lists = [words.sorted(), unspaced.sorted(), asides.sorted(), pairs, sharedDomains.sorted()]
        return ([String(longestUnspaced)] + lists.map(Self.digits)).joined(separator: " ")
    }

    /// Nil for anything else.
    init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: " "))
        guard parts.count == 6, let longest = Int(String(Substring(parts[0]))) else { return nil }
        let lists = parts.dropFirst().compactMap(Self.numbers)
        guard lists.count == 5, lists[3].count % 2 == 0 else { return nil }
        (words, unspaced, asides, sharedDomains) = (Set(lists[0]), Set(lists[1]), Set(lists[2]), Set(lists[4]))
        longestUnspaced = longest
        for place in stride(from: 0, to: lists[3].count, by: 2) { domains[lists[3][place]] = lists[3][place + 1] }
    }

    private static func digits(_ numbers: [UInt64]) -> String {
        guard !numbers.isEmpty else { return "-" }
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: numbers.flatMap { number in
                (0..<16).map { digits[Int(truncatingIfNeeded: number >> UInt64(60 - 4 * $0) & 15)] }
            }, as: UTF8.self)
    }

    private static func numbers(_ text: Substring.UTF8View) -> [UInt64]? {
        if text.elementsEqual("-".utf8) { return [] }
        var (numbers, number, count): ([UInt64], UInt64, Int) = ([], 0, 0)
        for byte in text {
            let value: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = byte - UInt8(ascii: "a") + 10
            default: return nil
            }
            number = number << 4 | UInt64(value)
            count += 1
            if count % 16 == 0 { numbers.append(number) }
        }
        return count % 16 == 0 ? numbers : nil
    }
}
