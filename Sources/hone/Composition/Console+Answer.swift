import HoneReport

extension Console {
    /// Prints an answer in the form that is asked for.
    static func print(_ answer: Answer, as format: OutputFormat, json: JSON) {
        switch format {
        case .table: print(answer.text(width: width, isStyled: isStyled))
        case .markdown: print(answer.markdown)
        case .json: print(json.pretty)
        }
    }
}
