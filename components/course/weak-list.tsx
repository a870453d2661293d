import { lessonPath } from '@/domain/course/lesson-path'
import type { Locale, Localized } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { ProgressBar } from '../ui/progress-bar'
import type { MyCourseReading } from './course-reading'

/** What a learner should work on in a course, the weakest first. */
export type Weakness = {
  courseId: string
  /** There is a practice set for these objectives. */
  practice: boolean
  objectives: readonly {
    objective: string
    text: Localized
    earned: number
    possible: number
    lessons: readonly string[]
  }[]
}
type Texts = { locale: Locale; t: Translator }
type Props = Texts & { weak: readonly Weakness[]; courses: readonly MyCourseReading[] }

/** The most objectives shown per course: a full list does not help to begin. The page of the result lists all. */
const MOST = 3

/** The objectives that her last exams fell short of, with the lessons that teach them. Only she sees this. */
export function WeakList({ weak, courses, locale, t }: Props) {
  const open = weak.flatMap(({ courseId, objectives, practice }) => {
    // The lessons of a closed course that she has left are no longer open to her.
    const course = courses.find(({ release, mayTakePart }) => release.courseId === courseId && mayTakePart)
    if (!course) return []
    const practised = practice && course.availability.status !== 'under-way'
    return [{ course, objectives: objectives.slice(0, MOST), practised }]
  })
  if (open.length === 0) return null
  return (
    <section className="stack" aria-labelledby="weak">
      <h2 id="weak">{t('learning.weak')}</h2>
      <p className="sm muted">{t('learning.weakLead')}</p>
      {open.map(({ course: { release }, objectives, practised }) => (
        <div key={release.courseId} className="stack-s">
          <h3>{typeset(release.course.file.title[locale], locale)}</h3>
          <ul className="plain stack-s">
            {objectives.map((objective) => (
              <Weak key={objective.objective} {...objective} release={release} locale={locale} t={t} />
            ))}
          </ul>
          <p className="row sm">
            {practised && (
              <a className="btn" href={href(locale, `/courses/${release.courseId}/practice-set`)}>
                {t('practice.set.link')}
              </a>
            )}
            <a href={href(locale, `/courses/${release.courseId}/exam/result`)}>{t('learning.wholeResult')}</a>
          </p>
        </div>
      ))}
    </section>
  )
}

type WeakProps = Weakness['objectives'][number] & { release: MyCourseReading['release'] } & Texts

function Weak({ text, earned, possible, lessons, release, locale, t }: WeakProps) {
  const label = typeset(text[locale], locale)
  const score = { score: formatNumber(earned, locale), possible: formatNumber(possible, locale) }
  // She reads a release that may have other lessons than the one of her exam.
  const taught = lessons.flatMap((id) => release.lessons.get(id)?.file ?? [])
  return (
    <li className="weak">
      <p className="row between">
        <strong>{label}</strong>
        <span className="num">{t('exam.result.objectiveScore', score)}</span>
      </p>
      <ProgressBar label={label} value={earned} max={possible} />
      {taught.length > 0 && (
        <div className="row">
          <span>{t('learning.reread')}</span>
          <ul className="facts">
            {taught.map(({ id, title }) => (
              <li key={id}>
                <a href={href(locale, lessonPath(release.courseId, id))}>{typeset(title[locale], locale)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  )
}
