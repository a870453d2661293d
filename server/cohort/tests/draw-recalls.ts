import 'server-only'
import { drawRecall, OPEN_DAYS, RECALL_DAYS, RECALL_FORMS, type RecallForm, recallWindow } from '@/domain/cohort/recall'
import { dayOf, nextDay, ZONE } from '@/domain/time/day'
import { currentRelease, type LoadedRelease, loadRelease } from '../../content/releases'
import { db, sql } from '../../db/client'
import { type CohortInCourse, findCohort } from '../../db/cohort/cohorts'
import { cohortsToAsk, findRecall, insertRecall } from '../../db/cohort/recall-tests'
import { secureRandom } from '../../random'
import { inCourse } from '../courses'

/**
 * Draws the tests that open today, and those that were missed in nights when this job did not run. Once a test is
 * drawn, neither it nor its days change, even if the days of its cohort do. @returns how many were drawn.
 */
export async function drawRecalls(now: Date): Promise<number> {
  let drawn = 0
  for (const form of RECALL_FORMS) {
    const latest = nextDay(dayOf(now), -RECALL_DAYS[form])
    const ended = { from: nextDay(latest, 1 - OPEN_DAYS), to: latest }
    for (const { cohortId, courseId } of await cohortsToAsk(sql(), form, ended, ZONE)) {
      const cohort = await findCohort(sql(), cohortId)
      if (cohort && (await drawFor(inCourse(cohort, courseId), form, now))) drawn++
    }
  }
  return drawn
}

/** The key of the data about a course of a cohort. */
export function placeOf({ id: cohortId, courseId }: CohortInCourse) {
  return { cohortId, courseId }
}

async function drawFor(cohort: CohortInCourse, form: RecallForm, now: Date): Promise<boolean> {
  const release = await releaseToDraw(cohort, form)
  const questions = drawRecall(release.course, secureRandom)
  const window = recallWindow(form, cohort)
  if (!questions) return false
  return insertRecall(db(), placeOf(cohort), { form, ...window, releaseId: release.id, questions }, now)
}

/** After 180 days the same six questions are asked as after 90, even if the course has a newer release by then. */
async function releaseToDraw(cohort: CohortInCourse, form: RecallForm): Promise<LoadedRelease> {
  const earlier = form === 'day-180' ? await findRecall(db(), placeOf(cohort), 'day-90') : null
  return earlier ? loadRelease(earlier.releaseId) : releaseToRecall(cohort)
}

/** The release that the cohort reads, or the newest if that has no second forms yet. */
export async function releaseToRecall({ releaseId, courseId }: CohortInCourse): Promise<LoadedRelease> {
  const release = await loadRelease(releaseId)
  return release.course.second ? release : ((await currentRelease(courseId)) ?? release)
}
