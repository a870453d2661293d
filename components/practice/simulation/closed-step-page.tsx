import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Citing } from '../../ui/inline'
import { Text } from '../../ui/text'
import { SimulationHead } from './head'
import { PaperText } from './paper-text'
import type { HeadView, PaperView } from './views'

type Props = {
  head: HeadView
  number: number
  choice: string
  consequence: PaperView
  /** Another decision was sent for a step that was already decided. */
  stands: boolean
  onward: { href: string; label: string }
  citing: Citing
  locale: Locale
  t: Translator
}

/** A step that is already decided: the decision, its consequence, and the link to continue. It has no form. */
export function ClosedStepPage({ head, number, choice, consequence, stands, onward, citing, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack">
      <SimulationHead head={head} t={t} />
      <h2>{t('casework.simulation.closed.title', { number })}</h2>
      <p className={stands ? 'note warn' : undefined} role={stands ? 'status' : undefined}>
        {t(stands ? 'casework.simulation.closed.stands' : 'casework.simulation.closed.lead')}
      </p>
      <section className="card stack-s">
        <h3>{t('casework.simulation.closed.yours')}</h3>
        <p>
          <Text locale={locale}>{typeset(choice, locale)}</Text>
        </p>
      </section>
      <article className="card stack-s">
        <h3>
          {typeset(consequence.paper.title, locale)} <bdi className="xs muted">{consequence.at.time}</bdi>
        </h3>
        <div className="law-voice stack-s">
          <PaperText paper={consequence.paper} citing={citing} locale={locale} />
        </div>
      </article>
      <p>
        <a className="btn primary" href={onward.href}>
          {onward.label}
        </a>
      </p>
    </main>
  )
}
