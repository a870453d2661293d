import type { Localized } from '../locale'
import { plainText } from '../text/markup'
import type { Instrument } from './instrument'
import { lawRows } from './law-rows'
import { lookUp } from './library'
import { paragraphAnchor } from './library-path'
import type { Provision, ProvisionVersion } from './provision'
import { inEach, joinTexts, type SearchEntry } from './search-entry'
import { writeCitation } from './write-citation'

/** The search entries of a provision's present version: one for the whole, and one for each row of its text. */
export function lawEntries(provision: Provision, instruments: Readonly<Record<string, Instrument>>): SearchEntry[] {
  const instrument = lookUp(instruments, provision.instrument)
  const version = provision.versions[0]
  if (!instrument || !version) return []
  const { id, number, title, traps } = provision
  const path = `/library/law/${id}`
  const cited = { id, instrument, provision, version, paragraph: null, item: null, wording: null }
  const entry = {
    kind: 'law' as const,
    page: path,
    title:
      number === null ? title : inEach((locale) => `${capitalised(writeCitation(cited, locale))} · ${title[locale]}`),
    also: joinTexts(
      instrument.shortName,
      inEach(() => instrument.prefix),
    ),
  }
  const notes = traps.map(({ text }) => inEach((locale) => plainText(text[locale])))
  const whole: SearchEntry = {
    ...entry,
    id: `law ${id}`,
    path,
    body: joinTexts(...summaryOf(version), ...notes),
    ...(number !== null && { number }),
  }
  if (!('text' in version)) return [whole]
  const rows = lawRows(version).map(({ ar, fr }, place): SearchEntry => {
    const anchor = (ar[0] ?? fr[0])?.id
    return {
      ...entry,
      id: `law ${id} ${place}`,
      path: anchor === undefined ? path : `${path}#${paragraphAnchor(anchor)}`,
      body: joinTexts(...[...ar].map(({ text }) => ({ ar: text })), ...[...fr].map(({ text }) => ({ fr: text }))),
    }
  })
  return [whole, ...rows]
}

function summaryOf({ summary }: ProvisionVersion): Localized[] {
  return summary ? [inEach((locale) => plainText(summary[locale]))] : []
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
