package import HoneFacts

/// A JSON schema (2020-12) of `hone.yaml`, for editors, written from the schema that checks the file.
package struct ConfigurationJSONSchema {
    let schema: SettingsSchema

    package init(_ schema: SettingsSchema) {
        self.schema = schema
    }

    package var json: String {
        "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"hone.yaml\",\n"
            + object(schema, indent: "  ") + "\n}\n"
    }

    private func object(_ schema: SettingsSchema, indent: String) -> String {
        let properties = schema.keys.map { key in
            "\(indent)  \(quoted(key.name)): {\n\(indent)    \"description\": \(quoted(key.meaning)),\n"
                + body(key.kind, indent: indent + "    ") + "\n\(indent)  }"
        }
        let required = schema.keys.filter(\.isRequired).map { quoted($0.name) }
        return "\(indent)\"type\": \"object\",\n\(indent)\"additionalProperties\": false,\n"
            + "\(indent)\"required\": [\(required.joined(separator: ", "))],\n"
            + "\(indent)\"properties\": {\n\(properties.joined(separator: ",\n"))\n\(indent)}"
    }

    private func body(_ kind: SettingsSchema.Kind, indent: String) -> String {
        switch kind {
        case .text: "\(indent)\"type\": [\"string\", \"number\"]"
        case .integer(let range): "\(indent)\"type\": \"integer\", \"minimum\": \(range.lowerBound), \"maximum\": \(range.upperBound)"
        case .share: "\(indent)\"type\": [\"string\", \"number\"]"
        case .day: "\(indent)\"type\": \"string\", \"format\": \"date\""
        case .zone: "\(indent)\"type\": \"string\""
        case .boolean: "\(indent)\"type\": \"boolean\""
        case .oneOf(let names): "\(indent)\"enum\": [\(names.map(quoted).joined(separator: ", "))]"
        case .list(let element):
            "\(indent)\"anyOf\": [\n\(indent)  {\n\(indent)    \"type\": \"array\",\n\(indent)    \"items\": {\n"
                + body(element, indent: indent + "      ") + "\n\(indent)    }\n\(indent)  },\n\(indent)  {\n"
                + body(element, indent: indent + "    ") + "\n\(indent)  }\n\(indent)]"
        case .mapping(let inner): object(inner, indent: indent)
        case .table(let element):
            "\(indent)\"type\": \"object\",\n\(indent)\"additionalProperties\": {\n" + body(element, indent: indent + "  ")
                + "\n\(indent)}"
        }
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
