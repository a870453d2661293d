import 'server-only'
import { STUCK_TRIES } from '@/domain/desk/task'
import { groupBy } from '@/domain/group-by'
import type { Letter, WorkLetterKind } from '@/domain/letter/letter'
import { WORK_KINDS } from '@/domain/letter/letter-budget'
import { nameIn } from '@/domain/person/name-in'
import { dayOf, startOfDay } from '@/domain/time/day'
import { db, sql, type Tx } from '../db/client'
import {
  claimWorkLetter,
  findAdministratorsOf,
  findFailing,
  findStaffReaders,
  findWorkNews,
  type StaffReader,
  stopForFormerStaff,
  type WorkNews,
} from '../db/desk/work-letters'
import { env } from '../env'
import { logBug } from '../log'
import { storeWork } from '../mail/store-letters'

const DAY_MS = 86_400_000

/**
 * Writes the news of their cohorts to the people who run them: at most one letter a day. Each letter is one transaction
 * that also claims the day for its reader, so that a second run, simultaneous or after a crash, writes to nobody twice
 * and leaves nobody out.
 */
export async function writeWorkDigests(now: Date): Promise<void> {
  const asked = { today: dayOf(now), dayAgo: new Date(now.getTime() - DAY_MS), now }
  const news = await findWorkNews(sql(), { ...asked, accountId: null })
  for (const accountId of groupBy(news, (one) => one.accountId).keys()) {
    // An error about one person must not delay the letters of the others.
    await db()
      .$transaction((tx) => writeDigestTo(tx, accountId, asked, now))
      .catch((error: unknown) => logBug(error, { job: 'staff' }))
  }
}

async function writeDigestTo(
  tx: Tx,
  accountId: string,
  asked: { today: string; dayAgo: Date; now: Date },
  now: Date,
): Promise<void> {
  const [reader] = await findStaffReaders(tx, [accountId])
  if (!reader?.digest || isPaused(reader, now)) return
  // Read before today is claimed: afterwards, nothing counts as new.
  const news = await findWorkNews(tx, { ...asked, accountId })
  if (news.length === 0 || !(await claimWorkLetter(tx, accountId, `digest ${asked.today}`, now))) return
  const letter = letterTo(reader, 'workDigest', '/desk', { news: news.map(newsOf) })
  await storeWork(tx, [{ letter, accountId }], now)
}

const newsOf = ({ kind, count, name }: WorkNews) => ({ kind, count, cohort: name })

/**
 * Tells those who may decide that a proposal about a certificate waits, in the transaction that stores it.
 *
 * @param institutionIds those that taught the certificate. @param platform also the platform's administrators may
 * decide.
 */
export async function tellDeciders(
  tx: Tx,
  { number, institutionId, institutionIds, platform, except }: Proposed,
  now: Date,
): Promise<void> {
  const deciders = await findAdministratorsOf(tx, { institutionIds, platform })
  const others = deciders.filter(({ accountId }) => !except.includes(accountId))
  const readers = await findStaffReaders(
    tx,
    others.map(({ accountId }) => accountId),
  )
  const placeOf = new Map(others.map((one) => [one.accountId, one.institutionId ?? institutionId]))
  const letters = readers
    .filter((reader) => reader.atOnce && !isPaused(reader, now))
    .map((reader) => ({
      letter: letterTo(
        reader,
        'proposalAwaits',
        `/institutions/${placeOf.get(reader.accountId)}/certificates/${number}`,
      ),
      accountId: reader.accountId,
    }))
  await storeWork(tx, letters, now)
}

export type Proposed = {
  number: string
  /** The institution for which it was proposed. */
  institutionId: string
  institutionIds: readonly string[]
  platform: boolean
  /** The proposer and the holder, who do not decide. */
  except: readonly string[]
}

/** Reports that letters cannot be sent, once a day, to the staff concerned. */
export async function tellFailing(now: Date): Promise<void> {
  const today = dayOf(now)
  const since = new Date(now.getTime() - DAY_MS)
  const concerned = await findFailing(sql(), { since, stuckTries: STUCK_TRIES, today })
  for (const one of concerned) {
    // An error about one person must not delay the letters of the others.
    await db()
      .$transaction((tx) => tellFailingTo(tx, one, now))
      .catch((error: unknown) => logBug(error, { job: 'staff' }))
  }
}

type Concerned = { accountId: string; count: number; platform: boolean }
async function tellFailingTo(tx: Tx, { accountId, count, platform }: Concerned, now: Date): Promise<void> {
  const [reader] = await findStaffReaders(tx, [accountId])
  if (!reader?.atOnce || isPaused(reader, now)) return
  if (!(await claimWorkLetter(tx, accountId, `failing ${dayOf(now)}`, now))) return
  const letter = letterTo(reader, 'mailFailing', platform ? '/desk/platform' : '/desk', { failing: count })
  await storeWork(tx, [{ letter, accountId }], now)
}

/** Stops the letters in the queue to people who are no longer staff. */
export async function stopFormerStaff(): Promise<void> {
  await stopForFormerStaff(sql(), WORK_KINDS)
}

export function isPaused({ pausedUntil }: StaffReader, now: Date): boolean {
  return pausedUntil !== null && startOfDay(pausedUntil) > now
}

export function letterTo(
  { email, locale, ...names }: StaffReader,
  kind: WorkLetterKind,
  path: string,
  work: NonNullable<Extract<Letter['about'], { work: unknown }>>['work'] = {},
): Letter<WorkLetterKind> {
  const link = new URL(`/${locale}${path}`, env().publicUrl).href
  return { kind, to: email, name: nameIn(names, locale), locale, link, about: { work } }
}
