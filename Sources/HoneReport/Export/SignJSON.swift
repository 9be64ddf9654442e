import HoneMetrics

/// A sign as a JSON object: what is there, how often, and how often it would be without.
enum SignJSON {
    static func json(_ sign: Sign) -> JSON {
        .object([
            ("kind", .text(sign.kind.rawValue)), ("count", .integer(sign.count)), ("of", .integer(sign.of)),
            ("expected", .optional(sign.expected)), ("probability", .optional(sign.probability)), ("sentence", .text(sign.text)),
            ("metrics", .array(sign.metrics.map { .text($0) })), ("note", .text(SignWords.note)),
        ])
    }
}
