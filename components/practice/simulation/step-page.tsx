import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { FormState } from '../../form/form-state'
import type { Citing } from '../../ui/inline'
import { DecisionForm, type DecisionView } from './decision-form'
import { SimulationHead } from './head'
import { OpenPapers } from './open-papers'
import type { HeadView, PaperView } from './views'

type Props = {
  head: HeadView
  papers: readonly PaperView[]
  decision: DecisionView
  action: string
  /** The address of the link for stopping for now. */
  stop: string
  state: FormState
  citing: Citing
  locale: Locale
  t: Translator
}

/** A step that waits for a decision: the open documents, the situation, and the possible choices. */
export function SimulationStepPage({ head, papers, decision, action, stop, state, citing, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack">
      <SimulationHead head={head} t={t} />
      <div className="sim-beside">
        <OpenPapers papers={papers} citing={citing} locale={locale} t={t} />
        <DecisionForm decision={decision} action={action} stop={stop} state={state} locale={locale} t={t} />
      </div>
    </main>
  )
}
