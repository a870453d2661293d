import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Citing } from '../../ui/inline'
import { PaperText } from '../simulation/paper-text'
import type { PaperView } from '../simulation/views'

type Props = { view: PaperView; citing: Citing; heading?: 'h2' | 'h3'; locale: Locale; t: Translator }

/** A document of a simulation as a paper, with the stamp that says that it is invented. */
export function Sheet({ view: { paper, at }, citing, heading: Heading = 'h2', locale, t }: Props) {
  return (
    <article className="sheet">
      <div className="sheet-head">
        <span className="stamp">{t('casework.stamp')}</span>
        <Heading>{typeset(paper.title, locale)}</Heading>
        <bdi className="sm muted">{at.time}</bdi>
      </div>
      <PaperText paper={paper} citing={citing} locale={locale} />
    </article>
  )
}
