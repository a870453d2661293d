import type { LessonUse } from '@/domain/course/citation-uses'
import type { ProcedureChecklist } from '@/domain/library/checklist'
import type { Library } from '@/domain/library/library'
import { outdatedCitations } from '@/domain/library/outdated-citation'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import { reviewedOn } from '@/domain/signoff/reviewed'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href, reportHref } from '../shell/paths'
import { Inline } from '../ui/inline'
import { LawChanged } from '../ui/law-changed'
import { ReviewState } from '../ui/review-state'
import { CitationLinks } from './citation-links'
import { LibraryFrame } from './library-frame'
import { PrintLines } from './print-lines'
import { TaughtIn } from './taught-in'

type Props = {
  checklist: ProcedureChecklist
  store: Library
  /** The lessons that teach the step. */
  lessons: readonly LessonUse[]
  locale: Locale
  t: Translator
}

/** A step of the procedure, point by point. Ticks are not sent: the checkboxes have no name and are in no form. */
export function ChecklistPage({ checklist, store, lessons, locale, t }: Props) {
  const { id, title, lead, items, lawDate } = checklist
  const review = reviewOf(store, 'checklist', id)
  const cites = items.flatMap((item) => item.cites)
  const changes = outdatedCitations(cites, store, { lawDate, signedOn: reviewedOn(review, 'legal', locale) }, locale)
  return (
    <LibraryFrame
      list="checklists"
      title={typeset(title[locale], locale)}
      lead={typeset(lead[locale], locale)}
      notice={
        <>
          <p className="row sm muted">
            <ReviewState parts={[review]} locale={locale} t={t} />
            <span>{t('course.lawAsOf', { date: formatDate(new Date(lawDate), locale) })}</span>
          </p>
          <LawChanged changes={changes} locale={locale} t={t} />
        </>
      }
      count={t('library.checklists.count', { count: items.length })}
      actions={
        <>
          <button type="button" className="btn" hidden data-print>
            {t('library.checklists.print')}
          </button>
          <span className="sm muted no-print">{t('library.checklists.ticks')}</span>
        </>
      }
      contents={<PrintLines labels={linesOf(t)} />}
      locale={locale}
      t={t}
    >
      <ol className="plain ticks">
        {items.map((item) => (
          <li key={item.text.fr}>
            <label>
              <input type="checkbox" autoComplete="off" />
              <span>
                <Inline source={item.text[locale]} locale={locale} />
              </span>
            </label>
            <CitationLinks cites={item.cites} store={store} locale={locale} />
          </li>
        ))}
      </ol>
      <TaughtIn lessons={lessons} locale={locale} t={t} />
      <p className="sm no-print">
        <a href={reportHref(locale, `/library/checklists/${id}`)}>{t('errorReport.linkEntry')}</a>
      </p>
      <p className="sm no-print">
        <a href={href(locale, '/library/models')}>{t('library.models.title')}</a>
      </p>
    </LibraryFrame>
  )
}

function linesOf(t: Translator): string[] {
  return [t('library.indicators.fill.file'), t('library.indicators.fill.date'), t('library.checklists.by')]
}
