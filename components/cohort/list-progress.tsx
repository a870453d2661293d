import { ProgressBar } from '../ui/progress-bar'

type Said = { text: string; tone: 'ok' | 'warn'; way: { href: string; label: string } | null }
type Bar = { text: string; done: number; all: number; lead: string; here: string; refresh: string; stop: string }
type Props = {
  /** What has come of it; null while it simply goes on. */
  said: Said | null
  /** While rows are being taken in. `here` is the page's own address. */
  bar: Bar | null
  /** What its script says when no answer comes. */
  away: string
}

/** How far a list is. Its script (list.entry.ts) keeps the bar up to date and has only what comes of it read out. */
export function ListProgress({ said, bar, away }: Props) {
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
