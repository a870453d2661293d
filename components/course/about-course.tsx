import { ChevronDown } from 'lucide'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Icon } from '../ui/icon'
import { Inline } from '../ui/inline'
import { Text } from '../ui/text'
import type { courseFacts } from './course-facts'
import type { Release } from './course-reading'

type Props = { release: Release; facts: ReturnType<typeof courseFacts>; locale: Locale; t: Translator }

/** What a reader may want to know of a course once: folded, because the plan is what she comes back to. */
export function AboutCourse({ release, facts, locale, t }: Props) {
  const { file } = release.course
  return (
    <details className="fold" id="about">
      <summary>
        <h2>{t('course.about')}</h2>
        <Icon node={ChevronDown} />
      </summary>
      <div className="stack prose sm">
        <p>{facts.summary}</p>
        <h3>{t('course.audience')}</h3>
        <p>
          <Inline source={file.audience[locale]} locale={locale} />
        </p>
        <h3>{t('course.objectives')}</h3>
        <ul className="stack-s">
          {facts.objectives.map((objective) => (
            <li key={objective}>
              <Text>{objective}</Text>
            </li>
          ))}
        </ul>
        <h3>{t('course.sources')}</h3>
        <p>
          <Text locale={locale}>{typeset(file.credits[locale], locale)}</Text>
        </p>
        <ul className="facts muted">
          <li>{facts.length}</li>
          <li>{facts.languages}</li>
          {facts.access && <li>{facts.access}</li>}
          <li>{t('course.release', { n: release.number })}</li>
        </ul>
      </div>
    </details>
  )
}
