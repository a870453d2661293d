import { Lock } from 'lucide'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Icon } from '../../ui/icon'
import type { Citing } from '../../ui/inline'
import { PaperText } from './paper-text'
import type { PaperView } from './views'

type Props = { papers: readonly PaperView[]; citing: Citing; locale: Locale; t: Translator }

/** The documents that are open, the new ones unfolded. */
export function OpenPapers({ papers, citing, locale, t }: Props) {
  return (
    <section className="sim-papers stack-s" aria-labelledby="papers">
      <h2 id="papers" className="h3">
        {t('casework.simulation.step.papers')} <span className="sim-count">{papers.length}</span>
      </h2>
      {papers.map(({ paper, at, isFresh }, place) => (
        <details key={paper.id} className="card fold" open={isFresh}>
          <summary>
            <strong>
              {place + 1}. {typeset(paper.title, locale)}
            </strong>{' '}
            <bdi className="xs muted">{at.time}</bdi>{' '}
            {isFresh && <span className="chip ok">{t('casework.simulation.step.fresh')}</span>}
          </summary>
          <div className="law-voice stack-s">
            <PaperText paper={paper} citing={citing} locale={locale} />
          </div>
        </details>
      ))}
      <p className="xs muted">
        <Icon node={Lock} /> {t('casework.simulation.step.more')}
      </p>
    </section>
  )
}
