import { groupBy } from '../group-by'
import { LOCALES, type Locale } from '../locale'
import type { Area } from '../signoff/scope'
import { nameOfText, type Part, partOfText } from '../signoff/text-key'
import { type SignatureMark, signState } from './signature'
import type { EditorialText } from './text'

export type Progress = Readonly<Record<Locale, number>>
export type BoardRow = { part: Part; texts: number; signed: Progress }
export type Board = {
  rows: readonly BoardRow[]
  total: { texts: number; signed: Progress }
  /** Languages of texts that were signed and have changed since. */
  dropped: number
  /** Her own signatures that still count for this area. */
  own: number
}

/** How far the texts are signed for an area, by part and language. */
export function boardOf(
  texts: readonly EditorialText[],
  signatures: ReadonlyMap<string, readonly SignatureMark[]>,
  { area, accountId }: { area: Area; accountId: string },
): Board {
  const of = (text: EditorialText) => signatures.get(nameOfText(text.key)) ?? []
  const counted = (some: readonly EditorialText[], state: 'signed' | 'changed'): Progress => {
    const count = (locale: Locale) => some.filter((text) => signState(text, of(text), locale, area) === state).length
    return { ar: count('ar'), fr: count('fr'), en: count('en') }
  }
  const byPart = groupBy(texts, ({ key }) => partOfText(key))
  const changed = counted(texts, 'changed')
  const own = texts.flatMap((text) =>
    of(text).filter(
      (sign) => sign.accountId === accountId && sign.area === area && sign.hash === text.hashes[sign.language],
    ),
  )
  return {
    rows: [...byPart].map(([part, some]) => ({
      part: part as Part,
      texts: some.length,
      signed: counted(some, 'signed'),
    })),
    total: { texts: texts.length, signed: counted(texts, 'signed') },
    dropped: LOCALES.reduce((sum, locale) => sum + changed[locale], 0),
    own: own.length,
  }
}
