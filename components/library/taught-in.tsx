import type { LessonUse } from '@/domain/course/citation-uses'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Text } from '../ui/text'

type Props = { lessons: readonly LessonUse[]; locale: Locale; t: Translator }

/** The lessons that teach the subject of an entry. Renders nothing if no published course has one. */
export function TaughtIn({ lessons, locale, t }: Props) {
  if (lessons.length === 0) return null
  return (
    <section className="stack-s no-print" aria-labelledby="taught-in">
      <h2 id="taught-in">{t('library.taughtIn', { count: lessons.length })}</h2>
      <ul className="plain links sm">
        {lessons.map(({ course, lesson, title }) => (
          <li key={`${course} ${lesson}`}>
            <a href={href(locale, `/courses/${course}/lessons/${lesson}`)}>
              <Text>{typeset(title[locale], locale)}</Text>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
