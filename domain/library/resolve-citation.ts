import type { Instrument } from './instrument'
import { type LawStore, lookUp, versionOn } from './library'
import type { Provision, ProvisionVersion } from './provision'

export type Citation = { provision: string; paragraph: number | null; item: number | null }

/** A citation with its target, in the law of a given day. */
export type Cited = {
  id: string
  instrument: Instrument
  provision: Provision
  version: ProvisionVersion
  paragraph: number | null
  item: number | null
  /** The exact text of the cited paragraph or item; null for a whole article and for a card. */
  wording: { ar: string | null; fr: string | null } | null
}

/** `cp-448-3#1.4` → article, paragraph 1, item 4. Null if the id is malformed. */
export function readCitation(id: string): Citation | null {
  const match = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:#([1-9]\d*)(?:\.([1-9]\d*))?)?$/.exec(id)
  if (!match?.[1]) return null
  return {
    provision: match[1],
    paragraph: match[2] ? Number(match[2]) : null,
    item: match[3] ? Number(match[3]) : null,
  }
}

/** Whether one of the two contains the other: `cp-1` contains `cp-1#2`, which contains `cp-1#2.1`. */
export function overlap(cited: Citation, asked: Citation): boolean {
  const same = (a: number | null, b: number | null) => a === null || b === null || a === b
  return (
    cited.provision === asked.provision &&
    same(cited.paragraph, asked.paragraph) &&
    (cited.paragraph === null || asked.paragraph === null || same(cited.item, asked.item))
  )
}

/** Whether `id` names something in the store: a provision or paragraph in the law of `date` (ISO), or a decision. */
export function isCitable(store: LawStore, id: string, date: string): boolean {
  return lookUp(store.decisions, id) !== undefined || resolveCitation(store, id, date) !== null
}

/** The target of `id` in the law of `date` (ISO); null if the store has no such provision or paragraph. */
export function resolveCitation(store: LawStore, id: string, date: string): Cited | null {
  const citation = readCitation(id)
  const provision = citation && lookUp(store.provisions, citation.provision)
  const instrument = provision && lookUp(store.instruments, provision.instrument)
  const version = provision && versionOn(provision, date)
  if (!instrument || !version) return null

  const { paragraph, item } = citation
  const found = { id, instrument, provision, version, paragraph, item }
  if (paragraph === null) return { ...found, wording: null }
  if (!('text' in version)) return null
  const key = item === null ? String(paragraph) : `${paragraph}.${item}`
  const wording = { ar: version.text.ar[key] ?? null, fr: version.text.fr?.[key] ?? null }
  return wording.ar === null && wording.fr === null ? null : { ...found, wording }
}
