import 'server-only'
import { endOfTerm, termsOf } from '@/domain/account/terms'
import { formatCertificateNumber, makeCertificateNumber } from '@/domain/certificate/certificate-number'
import { initialsOf } from '@/domain/certificate/match-name'
import type { Presence } from '@/domain/certificate/paper'
import { isLocale, LOCALES, type Locale, type Localized } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { minutesPresent } from '@/domain/seminar/attendance'
import { shownIn, type Texts } from '@/domain/text/texts'
import { freezeAttestation } from '../../certificate/freeze-paper'
import { shareLink } from '../../certificate/share-link'
import { insertCertificate } from '../../db/certificate/certificates'
import { db, sql, type Tx } from '../../db/client'
import { findConfirmer } from '../../db/institution/confirmations'
import {
  type Attested,
  findListsToIssue,
  findUnattested,
  lockListToIssue,
  markIssued,
} from '../../db/seminar/attendance'
import { findSeminar, type SeminarRow } from '../../db/seminar/seminars'
import { env } from '../../env'
import { logBug } from '../../log'
import { storeNecessary } from '../../mail/store-letters'
import { wake } from '../../queue/wake'
import { secretToken, secureRandom } from '../../random'
import { tellIssued } from '../../webhook/tell'

/** A small batch, as for other acts on many people. */
const AT_ONCE = 50

/**
 * Issues the missing attestations of closed lists. Each batch is one transaction: if the process is killed half-way,
 * the next call continues with the people who have none. An error in one list does not stop the others; it is thrown at
 * the end.
 */
export async function issueAttestations(now = () => new Date()): Promise<void> {
  const failures: unknown[] = []
  for (const seminarId of await findListsToIssue(sql())) {
    await issueAll(seminarId, now).catch((error: unknown) => {
      logBug(error, { job: 'lists', seminar: seminarId })
      failures.push(error)
    })
  }
  if (failures.length > 0) throw failures[0]
}

async function issueAll(seminarId: string, now: () => Date): Promise<void> {
  while (await issueNext(seminarId, now())) await wake('mail')
}

/** The next attestations of a closed list. @returns whether there may be more */
export async function issueNext(seminarId: string, now: Date, atOnce = AT_ONCE): Promise<boolean> {
  const seminar = await findSeminar(sql(), seminarId)
  if (!seminar) return false
  return db().$transaction(async (tx) => {
    // A second server waits here, and then finds these people done.
    if (!(await lockListToIssue(tx, seminarId))) return false
    const people = await findUnattested(tx, seminarId, { limit: atOnce })
    for (const person of people) await attest(tx, seminar, person, now)
    if (people.length === atOnce) return true
    await markIssued(tx, seminarId, now)
    return false
  })
}

/**
 * Issues the attestation of one person, whose place has none. A guest gets hers by letter: she has no page of her own.
 */
export async function attest(tx: Tx, seminar: SeminarRow, person: Attested, now: Date): Promise<string> {
  const { accountId, placeId } = person
  const names = namesOf(person)
  const presence = presenceOf(seminar, person.halfDayIds)
  const { id: seminarId, institutionId } = seminar
  const earned = { accountId, attemptId: null, courseId: null, seminarId, issuedAt: now }
  const issued = { number: makeCertificateNumber(secureRandom), shareToken: secretToken() }
  await insertCertificate(tx, {
    ...names,
    ...earned,
    ...issued,
    ...(await findConfirmer(tx, earned)),
    releaseId: null,
    registrationId: placeId,
    initials: initialsOf(names.nameLatin),
    paperHash: await freezeAttestation(tx, { institutionId, presence, issuedAt: now }),
  })
  await tellIssued(tx, issued.number, null, now)
  if (person.guestEmail) await tellGuest(tx, { to: person.guestEmail, person, seminar, presence, issued }, now)
  return issued.number
}

/** Without an account a name may be known in one script only. */
function namesOf({ nameArabic, nameLatin }: Attested) {
  return { nameArabic: nameArabic ?? nameLatin ?? '', nameLatin: nameLatin ?? nameArabic ?? '' }
}

/** What the paper states. */
export function presenceOf({ titles, place, halfDays }: SeminarRow, presentIn: readonly string[]): Presence {
  const present = halfDays.filter(({ id }) => presentIn.includes(id))
  return {
    seminar: inAll(titles),
    place: place && inAll(place),
    halfDays: present.map(({ day, half }) => ({ day, half })),
    minutes: minutesPresent(halfDays, presentIn),
  }
}

/** A missing language gets the words of another one. */
function inAll(texts: Texts): Localized {
  const text = (locale: Locale) => shownIn(texts, locale)?.value ?? ''
  return { ar: text('ar'), fr: text('fr'), en: text('en') }
}

type Told = {
  to: string
  person: Attested
  seminar: SeminarRow
  presence: Presence
  issued: { number: string; shareToken: string }
}

async function tellGuest(tx: Tx, { to, person, seminar, presence, issued }: Told, now: Date): Promise<void> {
  const locale = isLocale(person.locale ?? '') ? (person.locale as Locale) : languageOf(seminar)
  const institution = nameIn(seminar.institution, locale)
  // Within Arabic text a number would be displayed in the wrong order.
  const number = `\u2066${formatCertificateNumber(issued.number)}\u2069`
  const until = endOfTerm(termsOf(env().terms).guests, seminar.endsAt).toISOString()
  const about = { institution, course: presence.seminar[locale], number, until }
  const name = nameIn(person, locale)
  const link = shareLink(issued, locale)
  await storeNecessary(tx, { kind: 'seminarAttestation', to, name, locale, link, about }, {}, now)
}

const languageOf = ({ titles }: SeminarRow): Locale => LOCALES.find((locale) => titles[locale]) ?? 'ar'
