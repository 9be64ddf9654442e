/// What the page of releases adds: what a number stands on is small and below it.
enum ReleasesStyle {
    static let sheet = Stylesheet(
        """
        .releases { margin: .5rem 0 1rem; }
        .releases th, .releases td { vertical-align: top; padding-right: .8rem; font-size: .9375rem; }
        .releases th[scope="row"] { min-width: 4rem; }
        .releases td:nth-of-type(1) { min-width: 8rem; }
        .releases thead th { vertical-align: bottom; }
        .under { display: block; font-size: .8125rem; color: var(--soft); }
        .chart-group > .soft + .soft { margin-top: .25rem; }
        .inherited table { margin: .75rem 0; max-width: 32rem; }
        @media screen and (max-width: 40rem) { td { grid-template-columns: 8rem minmax(0, 1fr); } }
        """)
}
