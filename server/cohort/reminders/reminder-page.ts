import 'server-only'
import { type Group, groupOf, type ReminderReason, reasonsIn } from '@/domain/cohort/reminding'
import { LOCALES, type Locale } from '@/domain/locale'
import type { Permit } from '../../auth/permit'
import { db, sql } from '../../db/client'
import type { CohortRow } from '../../db/cohort/cohorts'
import { findReminderRuns, type ReminderRun } from '../../db/cohort/reminders'
import { type LetterParts, letterParts } from '../../mail/letter'
import { cohortFacts } from '../cohort-facts'
import type { WithCohort } from '../cohort-permit'
import { coursesOf, hasExam } from '../courses'
import { type Followed, followPeople, type Named, withNames } from '../follow-people'
import { noteViews } from '../note-views'
import { reminderLetter, type Wording } from './reminder-letter'
import { senderOf } from './sender-of'

export type Remindee = Named<Followed>
export type { ReminderRun }
export const RUNS_SHOWN = 20
/** The letter to the first recipient in a language. */
export type Preview = { locale: Locale; parts: LetterParts }
export type ReminderPage = {
  situations: readonly { why: ReminderReason; people: number }[]
  /** Null if no reason was chosen, or one for which nobody can be reminded now. */
  chosen: { why: ReminderReason; group: Group<Remindee>; previews: readonly Preview[] } | null
  runs: readonly ReminderRun[]
  /** True if the log has a next page. */
  more: boolean
}

/** @param note the personal note in the previews. @param page of the log; the first is 1. */
type Asked = { why: ReminderReason | null; note: string | null; page: number }

/**
 * The view model of the page of reminders: whom the staff of a cohort may remind of what, the letters that they would
 * get, and the log. It records whose progress it shows.
 */
export async function openReminders(
  { cohort, permit }: WithCohort<'cohort:remind'>,
  asked: Asked,
  now: Date,
): Promise<ReminderPage & { cohort: CohortRow }> {
  const page = await reminderPage(permit, cohort, asked, now)
  await noteViews(permit, cohort, shownIn(page), now)
  return { ...page, cohort }
}

/** The people whose progress or reminders the page shows. */
function shownIn({ chosen, runs }: ReminderPage): string[] {
  const { due = [], resting = [], unreachable = [] } = chosen?.group ?? {}
  const written = runs.flatMap(({ people }) => people)
  const ids = [...due, ...resting, ...unreachable, ...written].flatMap(({ accountId }) => accountId ?? [])
  return [...new Set(ids)]
}

export async function reminderPage(
  { actor }: Permit<'cohort:remind'>,
  cohort: CohortRow,
  { why, note, page }: Asked,
  now: Date,
): Promise<ReminderPage> {
  const window = { from: (page - 1) * RUNS_SHOWN, limit: RUNS_SHOWN + 1 }
  const courses = await coursesOf(cohort)
  const [people, runs, facts, sender] = await Promise.all([
    followPeople(sql(), cohort, courses, now),
    findReminderRuns(sql(), cohort.id, window),
    cohortFacts(db(), cohort),
    senderOf(db(), actor),
  ])
  const reasons = reasonsIn({ ...cohort, exams: courses.filter(hasExam) }, now)
  const chosen = async (reason: ReminderReason) => {
    const concerned = people.filter(({ situation }) => situation === reason)
    const group = groupOf(await withNames(sql(), concerned), reason, now)
    return { why: reason, group, previews: previews(group.due, { cohort, facts, why: reason, sender, note }) }
  }
  return {
    situations: reasons.map((reason) => ({
      why: reason,
      people: people.filter(({ situation }) => situation === reason).length,
    })),
    chosen: why !== null && reasons.includes(why) ? await chosen(why) : null,
    runs: runs.slice(0, RUNS_SHOWN),
    more: runs.length > RUNS_SHOWN,
  }
}

function previews(due: readonly Remindee[], wording: Wording): Preview[] {
  return LOCALES.flatMap((locale) => {
    const first = due.find((person) => person.locale === locale)
    if (!first || first.address === null) return []
    const { address, ...person } = first
    return [{ locale, parts: letterParts(reminderLetter({ ...person, address }, wording)) }]
  })
}
