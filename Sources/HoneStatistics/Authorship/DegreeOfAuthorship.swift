#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How well somebody knows a file, from the history of its changes.
///
/// Source: Fritz, Murphy, Murphy-Hill, Ou and Hill, ACM TOSEM 23(2), 2014, doi:10.1145/2512207; limits of authorship from Avelino,
/// Passos, Hora and Valente, ICPC 2016, doi:10.1109/ICPC.2016.7503718.
public enum DegreeOfAuthorship {
    /// A linear model over who began the file, the own changes and the logarithm of the changes of others.
    ///
    /// - Parameters:
    ///   - isFirst: whether the person added the file.
    ///   - own: changes by the person, 0 or more.
    ///   - others: changes by everybody else, 0 or more.
    /// - Returns: the degree, without a unit; 4.391 for who added a file that nobody changed since.
    public static func degree(isFirst: Bool, own: Int, others: Int) -> Double {
        3.293 + (isFirst ? 1.098 : 0) + 0.164 * Double(own) - 0.321 * log(1 + Double(others))
    }

    /// Whether a degree is one of an author: more than 0.75 of the highest, and at least 3.293 or of who added the file.
    ///
    /// - Parameter highest: the highest degree that anybody has for the file.
    public static func isAuthor(_ degree: Double, highest: Double, isFirst: Bool) -> Bool {
        highest > 0 && degree / highest > 0.75 && (degree >= 3.293 || isFirst)
    }
}
