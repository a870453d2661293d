import type { Translator } from '@/i18n/translator'
import { citedAnchor, passageAnchor } from './cited-anchors'

type Entry = {
  id: string
  name: React.ReactNode
  content: React.ReactNode
  library: { href: string; label: string }
  /** False if the text shows it already, so that paper need not repeat it. */
  onPaper?: boolean
}
type Props = {
  /** The id of the heading. */
  id: string
  title: string
  lead?: string
  entries: readonly Entry[]
  t: Translator
}

/** What a lesson cites, folded. Each entry links back to the passage. */
export function CitedList({ id, title, lead, entries, t }: Props) {
  return (
    <section className="cited" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p className="sm muted">{lead}</p>}
      {entries.map((entry) => (
        <details key={entry.id} className={entry.onPaper === false ? 'off-paper' : undefined}>
          <summary>{entry.name}</summary>
          {/* The id is inside the folded part: a browser unfolds the element that holds the target of a link. */}
          <div id={citedAnchor(entry.id)} className="cited-text">
            {entry.content}
            <p className="row sm no-print">
              <a className="to-library" href={entry.library.href}>
                {entry.library.label}
              </a>
              <a className="to-passage" href={`#${passageAnchor(entry.id, 1)}`}>
                {t('lesson.toPassage')}
              </a>
            </p>
          </div>
        </details>
      ))}
    </section>
  )
}
