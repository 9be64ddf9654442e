/// What the page of improvements adds: room around the ledger, pictures no wider than their letters are meant for, titles as written.
enum ImprovementsStyle {
    static let sheet = Stylesheet(
        """
        .chart-group .pairs + table { margin-top: 1.25rem; }
        .behind { padding-bottom: 1.75rem; }
        .behind h2 { font-size: 1.25rem; letter-spacing: 0; text-transform: none; color: inherit; margin-bottom: .5rem; }
        .behind figure { margin-top: 1.25rem; max-width: 32rem; }
        .behind figcaption { margin-top: .5rem; }
        .behind > p { margin-top: 1rem; }
        @media screen and (max-width: 40rem) { td { grid-template-columns: 7.5rem minmax(0, 1fr); } }
        """)
}
