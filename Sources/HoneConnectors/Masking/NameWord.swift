/// How a word is compared with a name: without case and without the marks on its letters, so that "JOSE" is "José".
enum NameWord {
    /// Words of fewer letters are too common to be taken for a name.
    static let shortest = 3

    /// The words of a name, folded: split at everything that is neither letter nor digit.
    static func words(in text: String) -> [String] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return runs(in: text.lowercased()) { NameMask.isWordByte($0) } }
        var words: [String] = []
        var word = ""
        for character in text {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if !word.isEmpty {
                words.append(folded(word))
                word = ""
            }
        }
        if !word.isEmpty { words.append(folded(word)) }
        return words
    }

    /// The runs of letters in a folded word, for logins such as `doe77`.
    static func letterRuns(in word: String) -> [String] {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return runs(in: word) { NameMask.isWordByte($0) && $0 > 0x39 } }
        return word.split { !$0.isLetter }.map(String.init)
    }

    /// The longest parts of an ASCII text whose bytes are wanted.
    private static func runs(in text: String, _ isWanted: (UInt8) -> Bool) -> [String] {
        text.utf8.split { !isWanted($0) }.map { String(Substring($0)) }
    }

    static func folded(_ word: some StringProtocol) -> String {
        let lower = word.lowercased()
        if lower.utf8.allSatisfy({ $0 < 0x80 }) { return lower }
        var result = ""
        for scalar in lower.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: continue
            default: result += plain(scalar)
            }
        }
        return result
    }

    /// A name whose umlauts are written with two letters, as where a keyboard has none.
    static func spelledOut(_ name: String) -> String {
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
        let pairs: [Character: String] = [
            "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe",
        ]
        return name.reduce(into: "") { $0 += pairs[$1] ?? String($1) }
    }

    /// The longest runs of a word that are of scripts without spaces, or of others.
    static func scriptRuns(in word: String) -> [Substring] {
        var runs: [Substring] = []
        var rest = word[...]
        while let first = rest.first {
            let run = rest.prefix { isUnspaced($0) == isUnspaced(first) }
            runs.append(run)
            rest = rest[run.endIndex...]
        }
        return runs
    }

    /// A Latin letter without its mark, told from its Unicode name ("LATIN SMALL LETTER O WITH STROKE"); others unchanged.
    private static func plain(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0xDF: return "ss"
        case 0xE6: return "ae"
        case 0x131: return "i"
        case 0x153: return "oe"
        case 0x3C2: return "σ"
        case 0x451: return "е"
        case 0x390, 0x3AC...0x3B0, 0x3CA...0x3CE: return greek[scalar.value] ?? String(scalar)
        case 0xC0...0x24F, 0x1E00...0x1EFF:
            let words = (scalar.properties.name ?? "").split(separator: " ")
            if words.count > 4, words[2] == "LETTER", words[3].utf8.count == 1, words[4] == "WITH" { return words[3].lowercased() }
            return String(scalar)
        default: return String(scalar)
        }
    }

    /// Greek letters without their marks, which capitals are written without.
    private static let greek: [UInt32: String] = [
        0x390: "ι", 0x3AC: "α", 0x3AD: "ε", 0x3AE: "η", 0x3AF: "ι", 0x3B0: "υ", 0x3CA: "ι", 0x3CB: "υ", 0x3CC: "ο", 0x3CD: "υ",
        0x3CE: "ω",
    ]

    /// Whether a character belongs to a script that writes names without spaces around them.
    static func isUnspaced(_ character: Character) -> Bool {
        guard let value = character.unicodeScalars.first?.value else { return false }
        return (0x3040...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value) || (0xAC00...0xD7AF).contains(value)
            || (0x20000...0x3FFFF).contains(value)
    }

    /// FNV-1a over bytes that are already folded.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(start) { step($0, $1) }
    }

    static let start: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
