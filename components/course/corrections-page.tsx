import type { Announced } from '@/domain/course/announced'
import type { Course } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { CorrectionsList } from './corrections-list'

type Texts = { locale: Locale; t: Translator }
type Corrected = { course: Pick<Course, 'file' | 'lessons'>; announced: readonly Announced[] }

/** What was corrected in a course after the learner had read it, with the button that marks it as noted. */
export function CorrectionsPage({ courseId, found, locale, t }: Texts & { courseId: string; found: Corrected | null }) {
  const back = href(locale, `/courses/${courseId}`)
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{t('corrections.title')}</h1>
      {found === null ? (
        <>
          <p className="lead">{t('corrections.none')}</p>
          <p>
            <a href={back}>{t('corrections.toCourse')}</a>
          </p>
        </>
      ) : (
        <>
          <p className="lead">{t('corrections.lead', { course: typeset(found.course.file.title[locale], locale) })}</p>
          <CorrectionsList {...found} lesson={null} locale={locale} t={t} />
          <form method="post" className="row">
            {[...new Set(found.announced.map(({ releaseId }) => releaseId))].map((releaseId) => (
              <input key={releaseId} type="hidden" name="release" value={releaseId} />
            ))}
            <button type="submit" className="btn primary">
              {t('corrections.note')}
            </button>
          </form>
        </>
      )}
    </main>
  )
}

/** On “my learning”: in which courses something was corrected. Renders nothing if there is none. */
export function CorrectionsNotice({ corrected, locale, t }: Texts & { corrected: readonly Corrected[] }) {
  return corrected.map(({ course, announced }) => (
    <p key={course.file.id} className="note">
      {t('corrections.notice', { count: announced.length, course: typeset(course.file.title[locale], locale) })}{' '}
      <a href={href(locale, `/courses/${course.file.id}/corrections`)}>{t('corrections.noticeLink')}</a>
    </p>
  ))
}

/** In a lesson: what was corrected in it after she had read it. Renders nothing if there is none. */
export function CorrectedHere({ course, announced, lesson, locale, t }: Texts & Corrected & { lesson: string }) {
  const here = announced.filter(({ change }) => change.lesson === lesson)
  if (here.length === 0) return null
  return (
    <section className="note stack-s no-print" aria-labelledby="corrected">
      <h2 id="corrected">{t('corrections.here')}</h2>
      <CorrectionsList course={course} announced={here} lesson={lesson} locale={locale} t={t} />
      <p className="sm">
        <a href={href(locale, `/courses/${course.file.id}/corrections`)}>{t('corrections.noticeLink')}</a>
      </p>
    </section>
  )
}
