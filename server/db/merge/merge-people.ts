import 'server-only'
import { type MemberStatus, SEATED } from '@/domain/cohort/membership'
import { isBetter, type PlaceMove, uniteHistories } from '@/domain/cohort/unite-histories'
import type { RegistrationStatus } from '@/domain/seminar/seminar'
import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '../client'
import { claimGuestPlaces } from '../seminar/seminar-claims'
import type { Pair } from './pair'

/** The tables whose rows move with a place. Moves and choices for an act are united separately. */
export const WITH_PLACE = ['Invitation', 'Mail', 'Reminder'] as const

type Place = { id: string; status: MemberStatus }
export type TwoPlaces = { cohortId: string; kept: Place; other: Place }

/** The cohorts in which both accounts have a place. */
export async function findTwoPlaces(tx: Tx, { kept, other }: Pair): Promise<TwoPlaces[]> {
  return tx.$queryRaw<TwoPlaces[]>`
    select k."cohortId", json_build_object('id', k.id, 'status', k.status) as kept,
      json_build_object('id', o.id, 'status', o.status) as other
    from "CohortMember" k join "CohortMember" o on o."cohortId" = k."cohortId"
    where k."accountId" = ${kept}::uuid and o."accountId" = ${other}::uuid order by k."cohortId" for update`
}

/** Both places count as taken, so that uniting them leaves one free. */
export function leavesSeat({ kept, other }: TwoPlaces): boolean {
  return SEATED.includes(kept.status) && SEATED.includes(other.status)
}

/**
 * Two places in one cohort become one, with the history, the letters and the reminders of both. Letters about it go to
 * the kept address.
 */
export async function unitePlaces(tx: Tx, pair: Pair): Promise<void> {
  for (const { kept, other } of await findTwoPlaces(tx, pair)) {
    const [stays, goes] = isBetter(other.status, kept.status) ? [other, kept] : [kept, other]
    for (const table of WITH_PLACE) {
      await tx.$executeRaw`
        update ${Prisma.raw(`"${table}"`)} set "memberId" = ${stays.id}::uuid where "memberId" = ${goes.id}::uuid`
    }
    await uniteMoves(tx, stays.id, goes.id)
    await tx.$executeRaw`
      update "ChosenMember" g set "memberId" = ${stays.id}::uuid where g."memberId" = ${goes.id}::uuid
        and not exists (select 1 from "ChosenMember" s where s."setId" = g."setId" and s."memberId" = ${stays.id}::uuid)`
    await tx.$executeRaw`
      update "AnnouncementRecipient" r set "memberId" = ${stays.id}::uuid where r."memberId" = ${goes.id}::uuid
        and not exists (select 1 from "AnnouncementRecipient" s
          where s."memberId" = ${stays.id}::uuid and s."announcementId" = r."announcementId")`
    await tx.$executeRaw`delete from "CohortMember" where id = ${goes.id}::uuid`
  }
  // Unless the kept address has been given a place of its own in the cohort, which nobody has taken.
  await tx.$executeRaw`
    update "CohortMember" m set email = k.email from "Account" k
    where k.id = ${pair.kept}::uuid and m."accountId" = any(${[pair.kept, pair.other]}::uuid[]) and m.email <> k.email
      and m.email = (select o.email from "Account" o where o.id = ${pair.other}::uuid)
      and not exists (select 1 from "CohortMember" x where x."cohortId" = m."cohortId" and x.email = k.email)`
}

async function uniteMoves(tx: Tx, stays: string, goes: string): Promise<void> {
  const moves = await tx.$queryRaw<PlaceMove[]>`
    select id, "memberId" as place, at, "to" from "MemberMove" where "memberId" = any(${[stays, goes]}::uuid[])`
  const united = uniteHistories(moves)
  for (const { id, from, to } of united) {
    await tx.$executeRaw`
      update "MemberMove" set "memberId" = ${stays}::uuid, "from" = ${from}, "to" = ${to} where id = ${id}`
  }
  const kept = new Set(united.map(({ id }) => id))
  const said = moves.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  await tx.memberMove.deleteMany({ where: { id: { in: said } } })
}

/** A role held in both accounts is held once, since the earlier day. The key of a role in force contains its holder. */
export async function uniteRoles(tx: Tx, { kept, other }: Pair): Promise<void> {
  const same = Prisma.sql`k."accountId" = ${kept}::uuid and o."accountId" = ${other}::uuid and k.held is not null
    and o.held = replace(k.held, ${kept}, ${other})`
  await tx.$executeRaw`
    update "Role" k set "grantedAt" = least(k."grantedAt", o."grantedAt") from "Role" o where ${same}`
  await tx.$executeRaw`delete from "Role" o using "Role" k where ${same}`
  await tx.$executeRaw`update "Role" set held = replace(held, ${other}, ${kept}) where "accountId" = ${other}::uuid`
}

/**
 * A confirmation is about a person under her names, so those of the other account are deleted if its names differ.
 * Confirmations by one of the two accounts about one of them are deleted too, since nobody confirms herself.
 */
export async function uniteConfirmations(tx: Tx, { kept, other }: Pair): Promise<void> {
  const pair = [kept, other]
  await tx.$executeRaw`
    delete from "IdentityConfirmation"
    where "accountId" = any(${pair}::uuid[]) and "confirmedById" = any(${pair}::uuid[])`
  await tx.$executeRaw`
    delete from "IdentityConfirmation" c using "Account" k, "Account" o
    where c."accountId" = ${other}::uuid and k.id = ${kept}::uuid and o.id = ${other}::uuid
      and (k."nameArabic" <> o."nameArabic" or k."nameLatin" <> o."nameLatin" or exists (
        select 1 from "IdentityConfirmation" x
        where x."accountId" = ${kept}::uuid and x."institutionId" = c."institutionId"))`
}

export async function uniteTutors(tx: Tx, { kept, other }: Pair): Promise<void> {
  await tx.$executeRaw`
    delete from "CohortTutor" o using "CohortTutor" k
    where o."accountId" = ${other}::uuid and k."accountId" = ${kept}::uuid and k."cohortId" = o."cohortId"`
}

/** The choices of the kept account stay, if it has made any. */
export async function uniteChoices(tx: Tx, { kept, other }: Pair): Promise<void> {
  await tx.$executeRaw`
    delete from "LetterChoice" where "accountId" = ${other}::uuid
      and exists (select 1 from "LetterChoice" k where k."accountId" = ${kept}::uuid)`
}

/** If both accounts have read a thread as tutors, the reading of the kept account counts. */
export async function uniteReads(tx: Tx, { kept, other }: Pair): Promise<void> {
  await tx.$executeRaw`
    delete from "ThreadRead" o using "ThreadRead" k
    where o."accountId" = ${other}::uuid and k."accountId" = ${kept}::uuid and k."threadId" = o."threadId"`
}

/**
 * Of two places in one seminar the better one stays, with the day of the earlier one. The places that the other address
 * took as a guest are included.
 */
export async function uniteRegistrations(tx: Tx, { kept, other }: Pair): Promise<void> {
  await claimGuestPlaces(tx, other)
  const both = await tx.$queryRaw<{ kept: string; other: string; keptStatus: string; otherStatus: string }[]>`
    select k.id as kept, o.id as other, k.status as "keptStatus", o.status as "otherStatus"
    from "SeminarRegistration" k join "SeminarRegistration" o on o."seminarId" = k."seminarId"
    where k."accountId" = ${kept}::uuid and o."accountId" = ${other}::uuid for update`
  const rank = (status: string) => BETTER.indexOf(status as RegistrationStatus)
  for (const pair of both) {
    const [stays, goes] =
      rank(pair.otherStatus) < rank(pair.keptStatus) ? [pair.other, pair.kept] : [pair.kept, pair.other]
    await tx.$executeRaw`
      update "SeminarRegistration" s set "createdAt" = least(s."createdAt", g."createdAt")
      from "SeminarRegistration" g where s.id = ${stays}::uuid and g.id = ${goes}::uuid`
    await tx.$executeRaw`
      update "SeminarNeed" n set "registrationId" = ${stays}::uuid where n."registrationId" = ${goes}::uuid
        and not exists (select 1 from "SeminarNeed" k where k."registrationId" = ${stays}::uuid)`
    await uniteAttendance(tx, stays, goes)
    await tx.$executeRaw`delete from "SeminarRegistration" where id = ${goes}::uuid`
  }
}

const BETTER: readonly RegistrationStatus[] = [
  'registered',
  'nominated',
  'offered',
  'waiting',
  'declined',
  'lapsed',
  'withdrawn',
]

/** If both accounts have a ticket of a survey, one remains: it is spent if either was. */
export async function uniteTickets(tx: Tx, { kept, other }: Pair): Promise<void> {
  const same = Prisma.sql`k."accountId" = ${kept}::uuid and o."accountId" = ${other}::uuid and k."surveyId" = o."surveyId"`
  await tx.$executeRaw`
    update "SurveyTicket" k set spent = k.spent or o.spent, told = k.told or o.told, reminded = k.reminded or o.reminded
    from "SurveyTicket" o where ${same}`
  await tx.$executeRaw`delete from "SurveyTicket" o using "SurveyTicket" k where ${same}`
}

/**
 * If she was present in a half-day under either place, she counts as present, unless the organiser struck her off
 * under one of them: no check-in undoes that. If both places have an attestation, both attestations stay, and the
 * remaining place keeps its own.
 */
async function uniteAttendance(tx: Tx, stays: string, goes: string): Promise<void> {
  await tx.$executeRaw`
    update "SeminarCheckIn" s set at = g.at, way = g.way, state = g.state, "byId" = g."byId", reason = g.reason,
      "changedAt" = g."changedAt"
    from "SeminarCheckIn" g
    where s."registrationId" = ${stays}::uuid and g."registrationId" = ${goes}::uuid and s."halfDayId" = g."halfDayId"
      and ((g.state = 'struck' and s.state <> 'struck') or (g.state = 'present' and s.state = 'awaiting'))`
  await tx.$executeRaw`
    update "SeminarCheckIn" g set "registrationId" = ${stays}::uuid
    where g."registrationId" = ${goes}::uuid and not exists (
      select 1 from "SeminarCheckIn" s where s."registrationId" = ${stays}::uuid and s."halfDayId" = g."halfDayId")`
  await tx.$executeRaw`
    update "Certificate" c set "registrationId" = ${stays}::uuid
    where c."registrationId" = ${goes}::uuid and not exists (
      select 1 from "Certificate" s where s."registrationId" = ${stays}::uuid)`
}

/** Of two requests for one half-day, that of the kept account stays. */
export async function uniteUnlisted(tx: Tx, { kept, other }: Pair): Promise<void> {
  await tx.$executeRaw`
    delete from "UnlistedCheckIn" o using "UnlistedCheckIn" k
    where o."accountId" = ${other}::uuid and k."accountId" = ${kept}::uuid and k."halfDayId" = o."halfDayId"`
}
