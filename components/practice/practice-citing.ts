import type { LawStore } from '@/domain/library/library'
import { libraryPath } from '@/domain/library/library-path'
import { resolveCitation } from '@/domain/library/resolve-citation'
import { writeCitation, writeMark } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import type { Citing } from '../ui/inline'

/** Resolves the citations in the feedback on practice: links into the library, names by the law of `lawDate` (ISO). */
export function practiceCiting(law: LawStore, lawDate: string, locale: Locale): Citing {
  return (id) => {
    const path = libraryPath(law, id)
    const cited = resolveCitation(law, id, lawDate)
    const name = cited ? writeCitation(cited, locale) : law.decisions[id]?.title[locale]
    if (!path || !name) return null
    const mark = (cited && writeMark(cited, locale)) ?? name
    return { href: href(locale, path), name: typeset(name, locale), mark: typeset(mark, locale) }
  }
}
