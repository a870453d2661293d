import { href } from '@/components/shell/paths'
import { Text } from '@/components/ui/text'
import { resolveCitation } from '@/domain/library/resolve-citation'
import { writeCitation } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { capitalise, typeset } from '@/i18n/typography'
import type { LoadedRelease } from '@/server/content/releases'

/** As the law of the release names it. */
export function provisionName(id: string, { course }: LoadedRelease, locale: Locale): string {
  const cited = resolveCitation(course, id, course.file.lawDate)
  return cited ? typeset(capitalise(writeCitation(cited, locale)), locale) : id
}

const LONGEST = 44

/** Short enough to stand above a bar on a phone. */
export function shortProvisionName(id: string, release: LoadedRelease, locale: Locale): string {
  const name = provisionName(id, release, locale)
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name
}

type Props = { id: string; release: LoadedRelease; locale: Locale }

export function ProvisionLink({ id, release, locale }: Props) {
  return (
    <a href={href(locale, `/library/law/${id}`)}>
      <Text>{provisionName(id, release, locale)}</Text>
    </a>
  )
}
