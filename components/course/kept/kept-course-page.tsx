import type { Course } from '@/domain/course/course'
import { KEPT_WORKSHEET_PATH, keptBriefPath, keptPath } from '@/domain/course/kept/kept-copy'
import type { Brief } from '@/domain/library/brief'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { Text } from '../../ui/text'

type Props = { courseId: string; course: Course; says: string; briefs: readonly Brief[]; locale: Locale; t: Translator }

/** The lessons of a kept course. */
export function KeptCoursePage({ courseId, course, says, briefs, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack">
      <h1>
        <Text locale={locale}>{typeset(course.file.title[locale], locale)}</Text>
      </h1>
      <p className="kept-says sm">{says}</p>
      <p className="sm muted">{t('kept.inCopy')}</p>
      <ol className="stack-s">
        {course.lessons.map(({ file }) => (
          <li key={file.id}>
            <a href={href(locale, keptPath(courseId, file.id))}>
              <Text locale={locale}>{typeset(file.title[locale], locale)}</Text>
            </a>
            <p className="sm muted">{t('plural.minutes', { count: file.minutes })}</p>
          </li>
        ))}
      </ol>
      <p>
        <a href={href(locale, KEPT_WORKSHEET_PATH)}>{t('worksheet.title')}</a>
      </p>
      {briefs.length > 0 && (
        <section className="stack-s" aria-labelledby="briefs">
          <h2 id="briefs">{t('library.briefs.title')}</h2>
          <ul className="stack-s">
            {briefs.map(({ id, title }) => (
              <li key={id}>
                <a href={href(locale, keptBriefPath(id))}>{typeset(title[locale], locale)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}
