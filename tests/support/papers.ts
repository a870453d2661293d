import { createHash } from 'node:crypto'
import type { Paper, Party } from '@/domain/certificate/paper'
import { FIELD_LIMITS } from '@/domain/form/field-limits'
import { SEMINAR_LIMITS } from '@/domain/seminar/seminar-form'
import type { Printed } from '@/server/certificate/paper-texts'
import { db } from '@/server/db/client'

/** Fills `length` characters with words, so that they can be broken into lines. */
const words = (word: string, length: number) => Array(length).fill(word).join(' ').slice(0, length).trimEnd()
/** Wide letters without a space: nowhere to break. */
const solid = (letter: string, length: number) => letter.repeat(length)

export type Length = 'short' | 'words' | 'solid'
type Pair = { ar: string; fr: string }

/** A text of at most `max` characters, in both scripts. */
function pair(length: Length, max: number, short: Pair): Pair {
  if (length === 'short') return short
  return length === 'words'
    ? { ar: words('المعهدُ العالي', max), fr: words('Institut Wagner', max) }
    : { ar: solid('ص', max), fr: solid('W', max) }
}

/** A logo that is stored, as an institution would have it. */
export async function insertLogo(): Promise<NonNullable<Party['logo']>> {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40"/></svg>'
  const hash = createHash('sha256').update(svg).digest('hex')
  const logo = {
    hash,
    type: 'image/svg+xml',
    bytes: Buffer.from(svg),
    width: 40,
    height: 40,
    createdAt: new Date(),
  } as const
  await db().logo.upsert({ where: { hash }, update: {}, create: logo })
  return { hash, type: logo.type }
}

/** An institution with everything that its face can have, as long as its fields allow. */
export function partyWith(length: Length, logo: Party['logo']): Party {
  const name = pair(length, FIELD_LIMITS.institution, { ar: 'معهد', fr: 'ISM' })
  return {
    name: { ...name, en: name.fr },
    address: pair(length, FIELD_LIMITS.addressLatin, { ar: 'فاس', fr: 'Fès' }),
    logo,
    signatory: {
      name: pair(length, FIELD_LIMITS.nameLatin, { ar: 'علي', fr: 'Ali' }),
      title: pair(length, FIELD_LIMITS.titleLatin, { ar: 'مدير', fr: 'Directeur' }),
    },
  }
}

/** What an attestation states of a seminar of `days` days. */
export function presenceWith(length: Length, days: number): NonNullable<Paper['presence']> {
  const seminar = pair(length, SEMINAR_LIMITS.title, { ar: 'ندوة', fr: 'Séminaire' })
  const place = pair(length, SEMINAR_LIMITS.place, { ar: 'فاس', fr: 'Fès' })
  const on = Array.from({ length: days }, (_, day) => `2026-12-${String(day + 1).padStart(2, '0')}`)
  return {
    seminar: { ...seminar, en: seminar.fr },
    place: { ...place, en: place.fr },
    halfDays: on.flatMap((day) => [
      { day, half: 'morning' as const },
      { day, half: 'afternoon' as const },
    ]),
    minutes: 330 * days,
  }
}

/** The row of a certificate whose holder, and who confirmed her identity, have names of that length. */
export function printedWith(length: Length, paper: Paper, releaseId: string | null, confirmed: boolean): Printed {
  const names = pair(length, FIELD_LIMITS.nameLatin, { ar: 'مي', fr: 'Mi' })
  const confirmer = confirmed ? pair(length, FIELD_LIMITS.institution, { ar: 'معهد', fr: 'ISM' }) : null
  return {
    nameArabic: names.ar,
    nameLatin: names.fr,
    number: 'VN77ABCDEFGH2',
    issuedAt: new Date('2026-12-03T15:30:00Z'),
    releaseId,
    revokedAt: null,
    supersededBy: null,
    confirmerArabic: confirmer?.ar ?? null,
    confirmerLatin: confirmer?.fr ?? null,
    paper,
    updates: [],
  }
}
