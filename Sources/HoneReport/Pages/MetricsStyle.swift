/// What the pages of charts and words add to the style of the scorecard.
enum MetricsStyle {
    static let sheet = Stylesheet(
        """
        .chart-group { border-top: 1px solid var(--rule); padding: 1.25rem 0 1.75rem; }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 2.25rem 3rem; margin-top: .5rem; }
        .charts figure { min-width: 0; max-width: 32rem; }
        .charts h3 { margin: 0; font-size: 1.125rem; }
        .charts .sentence { margin: .25rem 0 .75rem; }
        .definition { font-size: .875rem; color: var(--soft); margin-top: .35rem; }
        .pattern { font-size: .9375rem; margin-top: .35rem; }
        .accent-line { color: var(--accent); }
        .back { margin-top: .5rem; }
        .glossary > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1.5rem; padding: .35rem 0; break-inside: avoid; }
        .glossary dt { font-weight: 600; }
        .chart-group > .soft { max-width: 46rem; }
        @media screen and (max-width: 40rem) {
          .glossary > div { grid-template-columns: minmax(0, 1fr); }
          .charts svg { width: calc(100% + 1rem); margin: 0 -.5rem; }
        }
        @media print {
          .charts { grid-template-columns: 1fr 1fr; gap: 1.25rem 1.5rem; }
          .charts figure { break-inside: avoid; }
          .chart-group { padding: .75rem 0; }
        }
        """)
}
