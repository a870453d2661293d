import { randomUUID } from 'node:crypto'
import { nextDay, startOfDay } from '@/domain/time/day'
import { db, sql } from '@/server/db/client'
import { findMember, findPlace, moveMember } from '@/server/db/cohort/cohort-members'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { closeAttempt, insertAttempt } from '@/server/db/exam/attempts'
import { insertAccounts } from './accounts'
import { insertPlace, makeCohort, makeSchool, type School } from './cohorts'

/** The events of the simulation; people and cohorts are numbered from 0. */
export type Event =
  | { kind: 'join' | 'withdraw'; person: number; cohort: number }
  | { kind: 'move'; count: number; from: number; to: number }
  | { kind: 'sit'; people: readonly number[] }
  | { kind: 'delete'; person: number }
  | { kind: 'sleep'; days: number }
  | { kind: 'look' }

/** A first exam, with the cohort for which it counts according to the simulation. */
export type Sat = {
  person: number
  cohort: number | null
  at: Date
  language: 'ar' | 'fr'
  /** By question, whether the answer was right. */
  answers: ReadonlyMap<string, boolean>
}

const FIELDS = { startsOn: '2026-11-02', endsOn: '2026-12-10' }

/**
 * A simulated school whose people join cohorts, are moved, sit the exam and delete their accounts, through the
 * functions of the site. It keeps a plain record of who counts where, to compare with the database.
 */
export class CohortWorld {
  readonly sat = new Map<number, Sat>()
  readonly gone = new Set<number>()
  day = nextDay(FIELDS.startsOn)
  /** For each cohort, when each active learner joined it first. */
  readonly #joined: ReadonlyMap<number, number>[]
  readonly #active: Map<number, { memberId: string }>[]
  #clock = 0

  private constructor(
    readonly school: School,
    readonly cohorts: readonly CohortInCourse[],
    readonly accounts: readonly string[],
    readonly enrolments: ReadonlyMap<string, string>,
    readonly seed: number,
  ) {
    this.#joined = cohorts.map(() => new Map())
    this.#active = cohorts.map(() => new Map())
  }

  /** @param seed determines the answers. */
  static async make({ people, cohorts, seed }: { people: number; cohorts: number; seed: number }) {
    const school = await makeSchool()
    const rows = await Promise.all(Array.from({ length: cohorts }, () => makeCohort(school, { fields: FIELDS })))
    const accounts = Array.from({ length: people }, () => randomUUID())
    for (const language of ['ar', 'fr'] as const) {
      const readers = accounts.filter((_, person) => languageOf(person) === language)
      await insertAccounts(readers, language)
    }
    const [{ courseId, releaseId }] = rows as [CohortInCourse]
    const data = accounts.map((accountId) => ({ accountId, courseId, releaseId }))
    const enrolled = await db().enrolment.createManyAndReturn({ data, select: { id: true, accountId: true } })
    const enrolments = new Map(enrolled.map(({ id, accountId }) => [accountId, id]))
    return new CohortWorld(school, rows, accounts, enrolments, seed)
  }

  /** @param look called for each `look` event and once at the end: it reads the figures. */
  async live(events: readonly Event[], look: () => Promise<void>): Promise<void> {
    for (const event of events) {
      if (event.kind === 'join') await this.#join(event.person, event.cohort)
      if (event.kind === 'withdraw') await this.#leave(event.person, event.cohort, 'withdrawn')
      if (event.kind === 'move') await this.#move(event)
      if (event.kind === 'sit') for (const person of event.people) await this.#sit(person)
      if (event.kind === 'delete') await this.#delete(event.person)
      if (event.kind === 'sleep') this.#sleep(event.days)
      if (event.kind === 'look') await look()
    }
    this.day = nextDay(FIELDS.endsOn)
    await look()
  }

  #now(): Date {
    this.#clock += 1
    return new Date(startOfDay(this.day).getTime() + 8 * 3_600_000 + this.#clock * 1000)
  }

  /** Time stops before the end of the cohorts, which the test reaches separately. */
  #sleep(days: number): void {
    const next = nextDay(this.day, days)
    if (next >= FIELDS.endsOn) return
    this.day = next
    this.#clock = 0
  }

  async #join(person: number, cohort: number): Promise<void> {
    const [accountId, row] = [this.accounts[person], this.cohorts[cohort]]
    const active = this.#active[cohort]
    if (!accountId || !row || !active || active.has(person) || this.gone.has(person)) return
    const now = this.#now()
    const email = `${accountId}@example.ma`
    const before = await findPlace(db(), row.id, { email, accountId })
    if (before) await moveMember(db(), before, { to: 'active', by: null }, now)
    const member = before ?? (await insertPlace(row, { status: 'active', accountId, email, waitsSince: now }))
    active.set(person, { memberId: member.id })
    const joined = this.#joined[cohort] as Map<number, number>
    if (!joined.has(person)) joined.set(person, now.getTime())
  }

  async #leave(person: number, cohort: number, to: 'withdrawn' | 'transferred'): Promise<void> {
    const place = this.#active[cohort]?.get(person)
    const member = place && (await findMember(db(), place.memberId))
    if (!member) return
    await moveMember(db(), member, { to, by: null }, this.#now())
    this.#active[cohort]?.delete(person)
  }

  async #move({ count, from, to }: { count: number; from: number; to: number }): Promise<void> {
    if (from === to) return
    for (const person of [...(this.#active[from]?.keys() ?? [])].slice(0, count)) {
      await this.#leave(person, from, 'transferred')
      await this.#join(person, to)
    }
  }

  async #delete(person: number): Promise<void> {
    await db().account.deleteMany({ where: { id: this.accounts[person] ?? '' } })
    this.gone.add(person)
    for (const active of this.#active) active.delete(person)
  }

  /** Each person sits the first exam once, and gets two of three questions. */
  async #sit(person: number): Promise<void> {
    const enrolmentId = this.enrolments.get(this.accounts[person] ?? '')
    const releaseId = this.cohorts[0]?.releaseId
    if (!enrolmentId || !releaseId || this.gone.has(person) || this.sat.has(person)) return
    const met = ['q1', 'q2', 'q3'].filter((_, place) => (person + this.seed) % 3 !== place)
    const answers = new Map(met.map((id, place) => [id, (person * 7 + this.seed + place * 3) % 5 < 3]))
    const drawn = met.map((questionId) => ({ questionId, order: [] }))
    const cohort = this.#countsFor(person)
    const startedAt = this.#now()
    await insertAttempt(sql(), { enrolmentId, releaseId, number: 1 }, drawn)
    const { id: attemptId } = await db().attempt.findFirstOrThrow({ where: { enrolmentId } })
    for (const [questionId, right] of answers) {
      const answer = [right ? 'a' : 'b']
      await db().attemptQuestion.updateMany({ where: { attemptId, questionId }, data: { answer } })
    }
    const at = this.#now()
    await closeAttempt(sql(), attemptId, { earned: 0, possible: 2, passed: false, language: 'fr' })
    // By the clock of the simulation, not by that of the database.
    await db().attempt.update({ where: { id: attemptId }, data: { startedAt, handedInAt: at } })
    this.sat.set(person, { person, cohort, at, language: languageOf(person), answers })
  }

  /** Of the cohorts in which she is active now, the one that she joined first. */
  #countsFor(person: number): number | null {
    const hers = this.#active.flatMap((active, cohort) => {
      const since = this.#joined[cohort]?.get(person)
      return active.has(person) && since !== undefined ? [{ cohort, since }] : []
    })
    return hers.toSorted((one, other) => one.since - other.since)[0]?.cohort ?? null
  }
}

const languageOf = (person: number) => (person % 3 === 0 ? 'ar' : 'fr')
