import type { Sample } from './sample'

// A page for developers only: it has the English title in every language.
export const STYLEGUIDE_TITLE = 'Style guide'

/** Every component in every state. */
export function StyleguidePage({ samples }: { samples: readonly Sample[] }) {
  return (
    <main id="main" className="wrap page stack-l">
      <h1>{STYLEGUIDE_TITLE}</h1>
      {samples.map(({ name, states }) => (
        <section key={name} className="stack" aria-labelledby={`sample-${name}`}>
          <h2 id={`sample-${name}`}>
            <bdi dir="ltr">{name}</bdi>
          </h2>
          {states.map((state, place) => (
            <div key={`${name}-${String(place)}`}>{state}</div>
          ))}
        </section>
      ))}
    </main>
  )
}
