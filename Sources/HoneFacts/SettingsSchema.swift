/// What a part of `hone.yaml` may hold: keys with kind, meaning and default. Unknown keys are errors because this list is whole.
///
/// Connectors publish one each; the configuration checks the file, writes its documentation and its JSON schema from them.
package struct SettingsSchema: Sendable {
    package indirect enum Kind: Sendable {
        case text
        case integer(ClosedRange<Int>)
        /// `10 %` or `0.1`.
        case share
        case day
        /// The IANA name of a time zone.
        case zone
        case boolean
        case oneOf([String])
        case list(Kind)
        case mapping(SettingsSchema)
        /// Free keys, values of one kind.
        case table(Kind)
    }

    package struct Key: Sendable {
        package let name: String
        package let kind: Kind
        package let isRequired: Bool
        /// As it would be written; nil where there is none.
        package let defaultText: String?
        package let example: String?
        private let told: @Sendable () -> String
        /// One sentence, made where it is asked for: each command looks at the keys, and hardly one at what they mean.
        package var meaning: String { told() }

        package init(
            _ name: String, _ kind: Kind, _ meaning: @autoclosure @escaping @Sendable () -> String, isRequired: Bool = false,
            default defaultText: String? = nil, example: String? = nil
        ) {
            self.name = name
            self.kind = kind
            told = meaning
            self.isRequired = isRequired
            self.defaultText = defaultText
            self.example = example
        }
    }

    package let keys: [Key]

    package init(_ keys: [Key]) {
        self.keys = keys
    }
}
