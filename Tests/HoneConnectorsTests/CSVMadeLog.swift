/// A log of changes of status made from a seed, with texts of many kinds, as rows and as objects.
struct CSVMadeLog {
    let columns = ["key": "item", "kind": "type", "title": "title", "status": "Prêt?", "changedOn": "at"]
    private(set) var csv = "item,type,title,Prêt?,at\n"
    private(set) var jsonLines = ""

    private static let texts = [
        "plain", "café", "日本語", "😀 smile", "a \"quoted\" one", "comma, semicolon; bar|", "back\\slash", "two\nlines", " spaces ", "",
        "NA", "12", "1.50", "true", "tab\there", "e\u{301}", "\u{fffd}",
    ]

    /// - Parameter isOrdered: whether the rows of an item come in the order of time.
    init(seed: Int, rows: Int = 120, isOrdered: Bool = true) {
        var random = CSVRandom(state: UInt64(seed) &* 6_151 + 11)
        let names = ["item", "type", "title", "Prêt?", "at"]
        for row in 0..<rows {
            let day = isOrdered ? row * 28 / rows : random.below(28)
            let clock = ["", "T0\(random.below(10)):1\(random.below(10)):00Z"][isOrdered ? 0 : random.below(2)]
            let date = "2026-0\(1 + seed % 9)-\(day < 9 ? "0" : "")\(day + 1)\(clock)"
            let values = ["W\(random.below(20))é", "bug", Self.texts[random.below(Self.texts.count)], "s\(random.below(4))ü", date]
            csv += values.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
            let members = zip(names, values).map { "\(Self.json($0, &random)):\(Self.json($1, &random))" }
            jsonLines += "{" + members.joined(separator: ",") + "}\n"
        }
    }

    /// With or without escapes where both are right.
    private static func json(_ text: String, _ random: inout CSVRandom) -> String {
        let escapes = random.below(3) == 0
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 34, 92: output += "\\\(scalar)"
            case 10: output += "\\n"
            case _ where scalar.value < 32 || (escapes && scalar.value > 126):
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: output.unicodeScalars.append(scalar)
            }
        }
        return "\"\(output)\""
    }
}
