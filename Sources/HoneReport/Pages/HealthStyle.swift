/// What health checks add to the style of the scorecard.
enum HealthStyle {
    static let sheet = Stylesheet(
        """
        .statements { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.75rem 3rem; margin-top: 1rem; }
        .statements figure { min-width: 0; max-width: 30rem; break-inside: avoid; }
        .statements h3 { margin: 0; font-size: 1.0625rem; }
        .statements .sentence { margin: .2rem 0 .4rem; font-size: .9375rem; }
        .statements .label { font-size: .875rem; color: var(--soft); }
        .remarks { border-top: 1px solid var(--rule); padding: 1rem 0; margin-top: 2rem; }
        .remarks li + li { margin-top: .25rem; }
        .form { list-style: none; margin: 1rem 0 1.5rem; padding: 0; }
        .form li { border-top: 1px solid var(--rule); padding: .6rem 0; break-inside: avoid; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .25rem 2rem; align-items: center; }
        .choices { display: flex; flex-wrap: wrap; gap: .75rem; }
        .choices span { display: inline-flex; align-items: center; justify-content: center; min-width: 2.25rem; height: 2.25rem; padding: 0 .5rem; border: 1px solid var(--ink); border-radius: 1.2rem; }
        .writing { border: 1px solid var(--rule); height: 8rem; margin-top: .35rem; }
        @media screen and (max-width: 40rem) {
          .form li { grid-template-columns: minmax(0, 1fr); }
          .choices { gap: .4rem; }
        }
        @media print {
          html { font-size: 9.5pt; }
          .statements { grid-template-columns: 1fr 1fr; gap: 1rem 1.75rem; }
          .form li { padding: .45rem 0; }
        }
        """)
}
