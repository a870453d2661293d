import type { LibraryReviews } from '../signoff/entry-signoff'
import type { Brief } from './brief'
import type { Checklist, ProcedureChecklist } from './checklist'
import type { Decision, Keyword } from './decision'
import type { Figure } from './figure'
import type { ForbiddenTerm, Term } from './glossary'
import type { IndicatorGroup } from './indicator'
import type { Instrument } from './instrument'
import type { Model } from './model'
import type { Pathway } from './pathway'
import type { Provision, ProvisionVersion } from './provision'
import type { Questions } from './questions'
import type { ReferralEntry, Region } from './referral'

/** The part of the library that a release stores. */
export type LawStore = {
  instruments: Readonly<Record<string, Instrument>>
  provisions: Readonly<Record<string, Provision>>
  decisions: Readonly<Record<string, Decision>>
}

export type Library = LawStore & {
  terms: Readonly<Record<string, Term>>
  forbiddenTerms: readonly ForbiddenTerm[]
  keywords: Readonly<Record<string, Keyword>>
  indicators: Readonly<Record<string, IndicatorGroup>>
  regions: Readonly<Record<string, Region>>
  referral: Readonly<Record<string, ReferralEntry>>
  /** The data for referral plans. */
  pathway: Pathway
  figures: Readonly<Record<string, Figure>>
  /** By the id of the provision that they belong to. */
  checklists: Readonly<Record<string, Checklist>>
  /** The checklists for steps of the procedure, by their own id. */
  procedureChecklists: Readonly<Record<string, ProcedureChecklist>>
  models: Readonly<Record<string, Model>>
  /** The sheets for the day of a hearing, in their order. */
  briefs: Readonly<Record<string, Brief>>
  /** The everyday words of readers, and the pages that answer them. */
  questions: Questions
  reviews: LibraryReviews
}

/** Looks at own keys only: an id such as `constructor` is not in the store. */
export function lookUp<T>(entries: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(entries, id) ? entries[id] : undefined
}

/** The version in force on `date` (ISO). A version without a first day is the oldest one known. */
export function versionOn(provision: Provision, date: string): ProvisionVersion | undefined {
  return provision.versions.find((version) => version.inForceFrom === null || version.inForceFrom <= date)
}
