import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import type { Delegation } from '@/domain/seminar/delegation'
import type { NamedRow } from '@/domain/seminar/naming'
import type { Need } from '@/domain/seminar/needs'
import type { Admission, RegistrationStatus } from '@/domain/seminar/seminar'
import type { Texts } from '@/domain/text/texts'
import type { Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'

type Names = { nameArabic: string; nameLatin: string }
export type PlacesPerson = Names & {
  id: string
  email: string
  function: string | null
  /** The country of her delegation; null without one. */
  country: string | null
  institution: string
  status: RegistrationStatus
  statusSince: Date
  nominatedBy: Names | null
  language: string | null
  needs: readonly Need[]
}
export type PlacesQuota = Names & { institutionId: string; places: number; used: number }
/** The outcome of the last act, read from the address. */
export type Said = { done: 'quota' } | { done: 'named'; named: number; waits: number; left: number }
export type NamingPreview = {
  from: string
  rows: readonly NamedRow[]
  list: string
  delegation: Delegation | null
  /** The list as the form sends it back; null if it is too long for the form. */
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
  /** The quotas of the institutions for which she may name people. */
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
  /** The fields that correct the reading of the previewed list. */
  decisions: ReactNode
  state: FormState
  locale: Locale
  t: Translator
}

/** The colour of each status; the words say the same. */
export const PLACE_TONES: Readonly<Record<RegistrationStatus, string>> = {
  registered: 'ok',
  nominated: 'src',
  offered: 'src',
  waiting: 'warn',
  declined: '',
  lapsed: '',
  withdrawn: '',
}
