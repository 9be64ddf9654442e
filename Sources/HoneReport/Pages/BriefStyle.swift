/// What a brief adds to the style of the scorecard: one column to read, boxes to tick by hand.
enum BriefStyle {
    static let sheet = Stylesheet(
        """
        .brief { max-width: 42rem; padding-bottom: 1.5rem; }
        .brief section { margin-top: 1.25rem; break-inside: avoid; }
        .brief h2 { font-size: 1rem; margin-bottom: .25rem; }
        .brief ul { margin: .25rem 0 0 1.25rem; list-style: disc; }
        .brief .choices { list-style: none; margin-left: 0; }
        .brief .choices li { margin-top: .75rem; }
        .brief .choices li::before { content: ""; display: inline-block; width: .9em; height: .9em; border: 1px solid currentColor; margin-right: .6em; vertical-align: -0.1em; }
        .brief .answer { border-top: 1px solid var(--rule); padding-top: 1rem; }
        @media print { .brief { max-width: none; font-size: 10.5pt; } .brief section { margin-top: .75rem; } }
        """)
}
