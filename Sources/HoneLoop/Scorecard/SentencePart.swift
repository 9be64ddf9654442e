extension String {
    /// A sentence as a part of another one: without its full stop, and in lower case where it begins.
    package var asPart: String {
        let text = hasSuffix(".") ? dropLast() : self[...]
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
