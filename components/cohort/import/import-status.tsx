import { ProgressBar } from '../../ui/progress-bar'

export type Said = { text: string; tone: 'ok' | 'warn'; way: { href: string; label: string } | null }
type Bar = { text: string; done: number; all: number; lead: string; here: string; refresh: string; stop: string }
type Props = {
  /** The result so far; null while the import goes on normally. */
  said: Said | null
  /** The progress bar while rows are imported. `here` is the address of the page itself. */
  bar: Bar | null
  /** The sentence that the script shows when the server does not answer. */
  away: string
}

/**
 * The progress of an import. Its script (import.entry.ts) updates the bar, and announces only results to screen
 * readers.
 */
export function ImportStatus({ said, bar, away }: Props) {
  return (
    <section className="stack" data-list={bar ? 'open' : 'ended'} data-away={away}>
      <div role="status" data-said="">
        {said && (
          <p className={`note ${said.tone}`}>
            {said.text} {said.way && <a href={said.way.href}>{said.way.label}</a>}
          </p>
        )}
      </div>
      {bar && (
        <div className="note stack-s" data-bar="">
          <p>
            <strong data-count="">{bar.text}</strong>
          </p>
          <ProgressBar label={bar.text} value={bar.done} max={bar.all} />
          <p className="sm">{bar.lead}</p>
          <p className="row">
            <a className="btn" href={bar.here}>
              {bar.refresh}
            </a>
            <button type="button" className="btn" data-stop="" hidden>
              {bar.stop}
            </button>
          </p>
        </div>
      )}
    </section>
  )
}
