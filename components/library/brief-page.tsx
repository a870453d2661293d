import type { LessonUse } from '@/domain/course/citation-uses'
import { type Brief, citesOfBrief } from '@/domain/library/brief'
import { checksOf } from '@/domain/library/brief-parts'
import { entryPath } from '@/domain/library/entry-path'
import type { Library } from '@/domain/library/library'
import { outdatedCitations } from '@/domain/library/outdated-citation'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import { reviewedOn } from '@/domain/signoff/reviewed'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { reportHref } from '../shell/paths'
import { LawChanged } from '../ui/law-changed'
import { BriefSheet } from './brief-sheet'
import { LibraryFrame } from './library-frame'
import { TaughtIn } from './taught-in'

type Props = {
  brief: Brief
  store: Library
  /** The lessons that teach its subject. */
  lessons: readonly LessonUse[]
  locale: Locale
  t: Translator
}

/** One sheet on an offence or a measure, for the day of a hearing. */
export function BriefPage({ brief, store, lessons, locale, t }: Props) {
  const { id, title, lead, lawDate } = brief
  const cites = [...citesOfBrief(brief), ...checksOf(brief, store).flatMap((point) => point.cites)]
  const signedOn = reviewedOn(reviewOf(store, 'brief', id), 'legal', locale)
  const changes = outdatedCitations(cites, store, { lawDate, signedOn }, locale)
  return (
    <LibraryFrame
      list="briefs"
      className="brief-page"
      title={typeset(title[locale], locale)}
      lead={typeset(lead[locale], locale)}
      notice={<LawChanged changes={changes} locale={locale} t={t} />}
      contents={
        <p className="row no-print">
          <button type="button" className="btn" hidden data-print>
            {t('library.briefs.print')}
          </button>
          <span className="sm muted">{t('library.checklists.ticks')}</span>
          <span className="sm muted">{t('library.briefs.kept')}</span>
        </p>
      }
      locale={locale}
      t={t}
    >
      <BriefSheet brief={brief} store={store} locale={locale} t={t} />
      <TaughtIn lessons={lessons} locale={locale} t={t} />
      <p className="sm no-print">
        <a href={reportHref(locale, entryPath.brief(id))}>{t('errorReport.linkEntry')}</a>
      </p>
    </LibraryFrame>
  )
}
