import 'server-only'
import type { MemberStatus } from '@/domain/cohort/membership'
import { addRole } from './act'
import type { MadeCohort } from './cohort-plan'
import { addInvitation, addReminder } from './letters'
import { membershipHistory, type Step } from './membership-history'
import { addPerson, inventedIdentity, type Person } from './person'
import { makeRng, type Rng } from './rng'
import { addStudy, type Study } from './study'
import { daysAfter, daysBetween, type TableBatch } from './table-batch'

/** Adds a member to a cohort with her history and her work. @param guest the person, if she already exists. */
export function addMember(batch: TableBatch, cohort: MadeCohort, status: MemberStatus, guest?: Person): void {
  const { tables, rng } = batch
  const steps = timed(membershipHistory(status, rng), cohort, batch)
  const [first] = steps
  const last = steps.at(-1)
  if (!first || !last) return
  const person = guest ?? personFor(batch, cohort, status, first.at)
  const { accountId, email, nameArabic, nameLatin, locale } = person
  const id = rng.uuid(first.at)
  // The school's list named those who were invited; some of them it knows by an initial only.
  const listed = first.to === 'invited'
  const short = listed && tables.CohortMember.length % 9 === 4
  const written = { nameArabic, nameLatin: short ? nameLatin.replace(/^(\p{Lu})\S*/u, '$1.') : nameLatin, listed }
  const facts = { email, ...written, function: person.function, locale }
  tables.CohortMember.push({ id, cohortId: cohort.id, accountId, ...facts, status, statusSince: last.at })
  steps.forEach(({ to, by, at, reason }, index) => {
    const from = steps[index - 1]?.to ?? null
    const byId = by === 'staff' ? cohort.staff.administrator.accountId : accountId
    tables.MemberMove.push({ memberId: id, at, from, to, byId, reason })
  })
  const joined = steps.find(({ to }) => to === 'active')
  if (first.to === 'invited') addInvitation(batch, { memberId: id, email }, first.at, joined?.at ?? null)
  if (joined && accountId)
    takePart(
      batch,
      cohort,
      { ...person, accountId },
      { memberId: id, status, joined, last, isGuest: guest !== undefined },
    )
}

const DAYS_BEFORE_THE_NEXT = 14

type Timed = Step & { at: Date }
type Place = { memberId: string; status: MemberStatus; joined: Timed; last: Timed; isGuest: boolean }

function takePart(
  batch: TableBatch,
  cohort: MadeCohort,
  person: Person,
  { memberId, status, joined, last, isGuest }: Place,
): void {
  const { tables, rng, now } = batch
  const { accountId } = person
  const { institution, staff, release, startsAt, practises, tests } = cohort
  const institutionId = institution.id
  addRole(batch, { accountId, institutionId, role: 'learner' }, accountId, joined.at)
  const isConfirmed = rng.chance(0.4)
  if (isConfirmed) {
    const confirmedById = staff.administrator.accountId
    tables.IdentityConfirmation.push({ accountId, institutionId, confirmedAt: joined.at, confirmedById })
  }
  const until = status === 'active' ? now : last.at
  const confirmer = isConfirmed ? institution : null
  const study = { cohortId: cohort.id, enrolledAt: joined.at, startsAt, until, practises, confirmer, isGuest, tests }
  const lastDone = addStudy({ ...batch, rng: ownDice(rng) }, person, release, study)
  studyFurther(batch, cohort, person, study)
  const quiet = status === 'active' && cohort.phase === 'running' && daysBetween(lastDone, now) > 16
  const reminded = rng.chance(0.5)
  if (quiet && reminded) addReminder(batch, { memberId, email: person.email }, staff)
}

/**
 * Each person's study has a random source of its own: if the questions of a course change, the other people stay the
 * same.
 */
const ownDice = (rng: Rng) => makeRng(rng.below(2 ** 32))

/** The courses after the first: each begins two weeks after the one before it. */
function studyFurther(batch: TableBatch, { further = [] }: MadeCohort, person: Person, study: Study): void {
  further.forEach((release, place) => {
    const rng = ownDice(batch.rng)
    const startsAt = daysAfter(study.startsAt, (place + 1) * DAYS_BEFORE_THE_NEXT)
    addStudy({ ...batch, rng }, person, release, { ...study, startsAt, isGuest: false, tests: null })
  })
}

/** The person who has the place. A person who was only invited has no account yet. */
function personFor(batch: TableBatch, { institution, locale }: MadeCohort, status: MemberStatus, at: Date) {
  const { rng } = batch
  const begun = daysAfter(at, -rng.below(60))
  const facts = { function: rng.pick(FUNCTIONS[institution.kind]), locale: rng.chance(0.7) ? 'ar' : locale }
  if (status === 'invited') return { accountId: null, ...inventedIdentity(batch), ...facts }
  return addPerson(batch, { begun, institution: institution.nameArabic, ...facts })
}

const FUNCTIONS = {
  school: ['trainee-judge', 'trainee-judge', 'trainee-judge', 'judge', 'prosecutor'],
  court: ['judge', 'appeal-judge', 'investigating-judge', 'juvenile-judge', 'clerk'],
  prosecution: ['prosecutor', 'prosecutor', 'general-prosecutor', 'clerk'],
  commission: ['commission-member'],
  partner: ['social-worker', 'lawyer', 'other'],
} as const

/**
 * Gives each step of a history its time: the first soon after the cohort was made, the others days later, up to now.
 */
function timed(steps: readonly Step[], { createdAt }: MadeCohort, { rng, now }: TableBatch): Timed[] {
  let at = daysAfter(createdAt, rng.random() * 4)
  return steps.map((step, index) => {
    if (index > 0) at = daysAfter(at, index === 1 ? 1 + rng.random() * 12 : 15 + rng.random() * 25)
    if (at >= now) at = new Date(now.getTime() - (steps.length - index) * 60_000)
    return { ...step, at }
  })
}
