import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Citing } from '../../ui/inline'
import { PaperText } from '../simulation/paper-text'
import type { PaperView } from '../simulation/views'

/** `timed`: false if the hour stands beside it. */
type Props = { view: PaperView; citing: Citing; timed?: boolean; locale: Locale; t: Translator }

/** A document of a simulation as a paper, with the stamp that says that it is invented. */
export function Sheet({ view: { paper, at }, citing, timed = true, locale, t }: Props) {
  return (
    <article className="file-paper">
      <div className="file-paper-head">
        <span className="stamp">{t('casework.stamp')}</span>
        <h2>{typeset(paper.title, locale)}</h2>
        {timed && <bdi className="sm muted">{at.time}</bdi>}
      </div>
      <PaperText paper={paper} citing={citing} locale={locale} />
    </article>
  )
}
