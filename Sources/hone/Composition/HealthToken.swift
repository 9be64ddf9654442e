/// Tokens for a health check: 80 random bits in letters and digits that cannot be taken for one another.
enum HealthToken {
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("23456789abcdefghjkmnpqrstuvwxyz")
        return (0..<4).map { _ in String((0..<4).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }) }.joined(
            separator: "-")
    }

    /// As people type it: in any case, with or without hyphens and blanks.
    static func read(_ text: String) -> String {
        let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
        return stride(from: 0, to: letters.count, by: 4).map { String(letters.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }

    /// Names a health check; nobody types it.
    static func checkID() -> String {
        var generator = SystemRandomNumberGenerator()
        let digits = String(generator.next(), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
