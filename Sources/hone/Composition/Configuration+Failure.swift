import HoneConfig
import HoneFacts

extension Configuration {
    /// A value that only its use showed to be wrong, with the line of hone.yaml that it stands in.
    /// - Parameter field: its path, such as `calendar.holidays` or `sources[2].date_format`.
    func failure(_ field: String, _ message: String, _ advice: String) -> Failure {
        Failure(.configuration, problem(with: field, message, advice, file: Workspace.fileName).description)
    }
}
