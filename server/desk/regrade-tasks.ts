import 'server-only'
import { decide, type Person } from '@/domain/auth/policy'
import type { Task } from '@/domain/desk/task'
import { currentRelease } from '../content/releases'
import { sql } from '../db/client'
import { findAwaitingRegrades } from '../db/exam/regrades'

const SHOWN = 20

/** Proposals to grade exams again that await her decision. */
export async function regradeTasks(actor: Person): Promise<Task[]> {
  if (decide(actor, 'regrade:propose', {}) !== 'allowed') return []
  const rows = await findAwaitingRegrades(sql(), actor.accountId, SHOWN)
  return Promise.all(
    rows.map(async ({ id, courseId, proposedAt }): Promise<Task> => {
      const release = await currentRelease(courseId)
      const place = release && { titles: release.course.file.title }
      return { kind: 'regrade', count: 1, since: proposedAt, place, path: `/desk/platform/regrades/${id}` }
    }),
  )
}
