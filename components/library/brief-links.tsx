import type { Brief } from '@/domain/library/brief'
import { entryPath } from '@/domain/library/entry-path'
import type { Library } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'

type Props = { briefs: readonly Brief[]; locale: Locale; t: Translator }

/** The briefs on a provision, by how early they name it. */
export function briefsOn({ briefs }: Pick<Library, 'briefs'>, provision: string): Brief[] {
  return Object.values(briefs)
    .filter(({ texts }) => texts.includes(provision))
    .toSorted((a, b) => a.texts.indexOf(provision) - b.texts.indexOf(provision))
}

/** Links to briefs from the page of a provision. Renders nothing if there are none. */
export function BriefLinks({ briefs, locale, t }: Props) {
  if (briefs.length === 0) return null
  return (
    <nav className="no-print" aria-labelledby="briefs">
      <h2 id="briefs" className="sm muted">
        {t('library.briefs.title')}
      </h2>
      <ul className="plain links sm">
        {briefs.map(({ id, title }) => (
          <li key={id}>
            <a href={href(locale, entryPath.brief(id))}>{typeset(title[locale], locale)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
