/// Which of how many objects a page has, as it says itself.
struct JiraPlace: Decodable {
    /// How many come before it; nil where it does not say.
    let start: Int64?
    let total: Int64?
    /// Whether it says that others follow.
    let isFollowed: Bool

    private enum Field: CodingKey {
        case startAt, total, isLast, nextPageToken
    }

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Field.self)
        start = object.loose(JiraNumber.self, .startAt)?.number
        total = object.loose(JiraNumber.self, .total)?.number
        isFollowed = object.loose(Bool.self, .isLast) == false || object.text(.nextPageToken)?.isEmpty == false
    }

    /// What an address asked for; nil where it names no beginning.
    static func start(in address: String) -> Int64? {
        for part in address.split(whereSeparator: { $0 == "?" || $0 == "&" }) where part.hasPrefix("startAt=") {
            return Int64(part.dropFirst("startAt=".count))
        }
        return nil
    }
}
