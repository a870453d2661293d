import type { ForbiddenTerm, Term } from './glossary'
import type { Instrument } from './instrument'
import type { Provision, ProvisionVersion } from './provision'

/** The part of the library that a release carries with it. */
export type LawStore = {
  instruments: Readonly<Record<string, Instrument>>
  provisions: Readonly<Record<string, Provision>>
}

export type Library = LawStore & {
  terms: Readonly<Record<string, Term>>
  forbiddenTerms: readonly ForbiddenTerm[]
}

/** Own keys only: an id such as `constructor` is not in the store. */
export function lookUp<T>(entries: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(entries, id) ? entries[id] : undefined
}

/** The version in force on `date` (ISO). A version without a first day is the oldest one known. */
export function versionOn(provision: Provision, date: string): ProvisionVersion | undefined {
  return provision.versions.find((version) => version.inForceFrom === null || version.inForceFrom <= date)
}
