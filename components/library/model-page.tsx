import type { LessonUse } from '@/domain/course/citation-uses'
import type { Library } from '@/domain/library/library'
import { citesOfModel, type Model } from '@/domain/library/model'
import { languagesBeside, usableIn, wordingOf } from '@/domain/library/model-use'
import { outdatedCitations } from '@/domain/library/outdated-citation'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import { reviewedOn } from '@/domain/signoff/reviewed'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { href, reportHref } from '../shell/paths'
import { LawChanged } from '../ui/law-changed'
import { Note } from '../ui/note'
import { ReviewState } from '../ui/review-state'
import { LibraryFrame } from './library-frame'
import { ModelWording } from './model-wording'
import { TaughtIn } from './taught-in'

type Props = {
  model: Model
  store: Library
  /** The lessons that teach the subject of the model. */
  lessons: readonly LessonUse[]
  locale: Locale
  t: Translator
}

/** A model. It can be printed and copied in the languages that a jurist has signed, the Arabic first (decision 73). */
export function ModelPage({ model, store, lessons, locale, t }: Props) {
  const { id, title, lead, lawDate } = model
  const review = reviewOf(store, 'model', id)
  const shown = languagesBeside(locale)
  const usable = usableIn(review, shown)
  const written = { lawDate, signedOn: reviewedOn(review, 'legal', 'ar') }
  return (
    <LibraryFrame
      list="models"
      title={typeset(title[locale], locale)}
      lead={typeset(lead[locale], locale)}
      notice={
        <>
          <p className="row sm muted">
            <ReviewState parts={[review]} locale={locale} t={t} />
            <span>{t('course.lawAsOf', { date: formatDate(new Date(lawDate), locale) })}</span>
          </p>
          <ReviewNote usable={usable} second={shown[1]} t={t} />
          <LawChanged changes={outdatedCitations(citesOfModel(model), store, written, locale)} locale={locale} t={t} />
          <Tools model={model} usable={usable} t={t} />
        </>
      }
      locale={locale}
      t={t}
    >
      {usable.length === 0 && <p className="print-only note">{t('library.models.notOnPaper')}</p>}
      <ModelWording model={model} shown={shown} usable={usable} store={store} locale={locale} t={t} />
      <TaughtIn lessons={lessons} locale={locale} t={t} />
      <p className="sm no-print">
        <a href={reportHref(locale, `/library/models/${id}`)}>{t('errorReport.linkEntry')}</a>{' '}
        <a href={href(locale, '/library/checklists')}>{t('library.checklists.title')}</a>
      </p>
    </LibraryFrame>
  )
}

type ReviewNoteProps = { usable: readonly Locale[]; second: Locale; t: Translator }

/** Says that the model is invented, and which languages were reviewed. */
function ReviewNote({ usable, second, t }: ReviewNoteProps) {
  const reviewed = usable.length === 0 ? 'none' : usable.includes(second) ? 'both' : 'arabic'
  return (
    <Note tone={reviewed === 'none' ? 'warn' : 'info'} title={t(`library.models.standing.${reviewed}.title`)}>
      {t(`library.models.standing.${reviewed}.text`, { language: LANGUAGE_NAMES[second] })}
    </Note>
  )
}

type ToolsProps = { model: Model; usable: readonly Locale[]; t: Translator }

/** The buttons to print and to copy. Without a signature, neither is in the page. */
function Tools({ model, usable, t }: ToolsProps) {
  if (usable.length === 0) return null
  return (
    <p className="row no-print">
      <button type="button" className="btn" hidden data-print>
        {t('library.models.print')}
      </button>
      {usable.map((language) => (
        <button
          key={language}
          type="button"
          className="btn"
          hidden
          data-copy={wordingOf(model, language)}
          data-copied={t('library.models.copied')}
        >
          {t('library.models.copy', { language: LANGUAGE_NAMES[language] })}
        </button>
      ))}
    </p>
  )
}
