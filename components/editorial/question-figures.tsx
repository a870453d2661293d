import { Fragment } from 'react'
import type { FigureFault } from '@/domain/editorial/queue'
import type { Translator } from '@/i18n/translator'

/** The figures of a question that may be shown. `facts` is empty if there are none. */
export type ShownFigures = {
  facts: readonly { label: string; values: readonly string[] }[]
  faults: readonly FigureFault[]
}

/** How people of all cohorts answered a question, and the faults that the figures suggest. */
export function QuestionFigures({ figures: { facts, faults }, t }: { figures: ShownFigures; t: Translator }) {
  if (facts.length === 0) return <p className="sm muted">{t('editorial.text.figures.none')}</p>
  return (
    <details className="sm" open={faults.length > 0}>
      <summary>
        {t('editorial.text.figures.title')}
        {faults.map((fault) => (
          <span key={fault} className="chip warn">
            {t(`editorial.queue.figures.${fault}`)}
          </span>
        ))}
      </summary>
      <dl className="text-fields">
        {facts.map(({ label, values }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            {values.map((value) => (
              <dd key={value}>{value}</dd>
            ))}
          </Fragment>
        ))}
      </dl>
    </details>
  )
}
