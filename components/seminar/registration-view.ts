import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import type { Need } from '@/domain/seminar/needs'
import type { Outlook, PlaceAct } from '@/domain/seminar/registration'
import type { Admission, Listing, RegistrationStatus, SeminarStatus, Spoken } from '@/domain/seminar/seminar'
import type { Texts } from '@/domain/text/texts'
import type { Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'

type Event = { id: string; titles: Texts; startsAt: Date }

/** What the page of a place shows. */
export type RegistrationView = {
  seminar: Event & {
    endsAt: Date
    status: SeminarStatus
    admission: Admission
    registrationClosesAt: Date | null
    cancelReason: Texts | null
    listed: Listing
    sequence: number
    waiting: number
  }
  visitor: {
    kind: 'anonymous' | 'unconfirmed' | 'account' | 'guest'
    taker?: { email: string; accountId: string | null }
  }
  place: {
    accountId: string | null
    status: RegistrationStatus
    answerBy: Date | null
    rank: number | null
    source: Admission
    language: string | null
  } | null
  /** The page of the seminar is open to her. */
  seesEvent: boolean
  /** The institution that named her; null if nobody did, or if the organiser did from a list. */
  nominatedBy: { nameArabic: string; nameLatin: string } | null
  /** Until when a place is kept for her answer. */
  keptUntil: Date | null
  acts: readonly PlaceAct[]
  outlook: Outlook
  free: number | null
  overlaps: readonly (Event & { endsAt: Date })[]
  next: Event | null
  languages: readonly Spoken[]
  needs: { reference: string; ticked: readonly Need[] } | null
}
export type RegistrationProps = RegistrationView & {
  /** The surveys and materials that wait for a guest, who has no other page. */
  handed: ReactNode
  /** The address of the forms, with the secret of a link if she came by one. */
  action: string
  signIn: string
  /** The file for her calendar. */
  calendar: string
  /** A letter was sent to a guest. */
  sent: boolean
  state: FormState
  locale: Locale
  t: Translator
}
