/// What people do for a product, in the words that a decision may carry: a role, never a name.
package enum Role {
    private static let product: Set<String> = ["product", "product owner", "product manager", "customer", "user"]
    private static let engineering: Set<String> = [
        "engineering", "engineer", "developer", "development", "tester", "operations", "designer",
    ]
    private static let others: Set<String> = [
        "team", "manager", "engineering manager", "project manager", "coach", "scrum master", "sponsor", "executive", "stakeholder",
    ]

    /// The words for those who ask for things and order the work, those of a product among them.
    private static func productSide(_ product: Product?) -> Set<String> {
        Self.product.union([product?.ownerLabel, product?.customerLabel].compactMap { $0?.lowercased() })
    }

    static func side(_ role: String, of product: Product?) -> Side? {
        let role = role.lowercased()
        if productSide(product).contains(role) { return .product }
        return engineering.contains(role) ? .engineering : nil
    }

    /// The role as it is kept; nil for a word that is none, such as a name.
    package static func known(_ text: String, of product: Product?) -> String? {
        let role = text.lowercased()
        return side(role, of: product) != nil || others.contains(role) ? role : nil
    }

    package static func all(of product: Product?) -> [String] { productSide(product).union(engineering).union(others).sorted() }
}
