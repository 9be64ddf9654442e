/// A label or an issue type: an object with a name, or the name alone.
struct GitHubNamed: Decodable, Sendable {
    let name: String

    private enum CodingKeys: CodingKey {
        case name
    }

    init(name: String) {
        self.name = name
    }

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            name = text
        } else {
            name = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(String.self, forKey: .name) ?? ""
        }
    }
}
