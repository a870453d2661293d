import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import type { Delegation } from '@/domain/seminar/delegation'
import type { NamedRow } from '@/domain/seminar/naming'
import type { Need } from '@/domain/seminar/needs'
import type { Admission, RegistrationStatus } from '@/domain/seminar/seminar'
import type { Texts } from '@/domain/seminar/texts'
import type { Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'

type Names = { nameArabic: string; nameLatin: string }
export type PlacesPerson = Names & {
  id: string
  email: string
  function: string | null
  /** Of her delegation. */
  country: string | null
  institution: string
  status: RegistrationStatus
  statusSince: Date
  nominatedBy: Names | null
  language: string | null
  needs: readonly Need[]
}
export type PlacesQuota = Names & { institutionId: string; places: number; used: number }
/** The last act, which the address names. */
export type Said = { done: 'quota' } | { done: 'named'; named: number; waits: number; left: number }
export type NamingPreview = {
  from: string
  rows: readonly NamedRow[]
  list: string
  delegation: Delegation | null
  /** The list as the form carries it; null if it is too long for that. */
  asked: { packed: { cells: string; plan: string } } | null
  /** Why a decision about the list could not be followed. */
  problem: string | null
}

export type PlacesProps = {
  seminar: {
    id: string
    titles: Texts
    startsAt: Date
    seats: number | null
    taken: number
    waiting: number
    admission: Admission
    joinCodeHash: string | null
  }
  mayChange: boolean
  /** Null for those who only name people. */
  people: readonly PlacesPerson[] | null
  allQuotas: readonly PlacesQuota[] | null
  institutions: readonly (Names & { id: string })[]
  /** Of the institutions for which she may name people. */
  quotas: readonly PlacesQuota[]
  nominees: readonly {
    institutionId: string
    people: readonly (Names & { id: string; email: string; status: RegistrationStatus })[]
  }[]
  showsNeeds: boolean
  said: Said | null
  /** A code that was just made: it is shown once. */
  code?: string
  preview?: NamingPreview
  /** What may be decided about the list of the preview. */
  decisions: ReactNode
  state: FormState
  locale: Locale
  t: Translator
}

/** How a place stands, as its colour says besides the words. */
export const PLACE_TONES: Readonly<Record<RegistrationStatus, string>> = {
  registered: 'ok',
  nominated: 'src',
  offered: 'src',
  waiting: 'warn',
  declined: '',
  lapsed: '',
  withdrawn: '',
}
