import type { Course } from '@/domain/course/course'
import { resolveCitation } from '@/domain/library/resolve-citation'
import { writeCitation } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { capitalise, typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { Text } from '../../ui/text'

/** The citation of a provision as of the law date of the course; its id if the course does not have it. */
export function provisionName(id: string, course: Course, locale: Locale): string {
  const cited = resolveCitation(course, id, course.file.lawDate)
  return cited ? typeset(capitalise(writeCitation(cited, locale)), locale) : id
}

const LONGEST = 44

/** Short enough to stand above a bar on a phone. */
export function shortProvisionName(id: string, course: Course, locale: Locale): string {
  const name = provisionName(id, course, locale)
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name
}

type Props = { id: string; course: Course; locale: Locale }

export function ProvisionLink({ id, course, locale }: Props) {
  return (
    <a href={href(locale, `/library/law/${id}`)}>
      <Text>{provisionName(id, course, locale)}</Text>
    </a>
  )
}
