import 'server-only'
import { decide, type Person } from '@/domain/auth/policy'
import type { Task } from '@/domain/desk/task'
import { sql } from '../db/client'
import { countAskedToOrganise } from '../db/seminar/seminar-organisers'
import { findOpenQuotas } from '../db/seminar/seminar-quotas'
import type { Scope } from './scope'

/** What organisers elsewhere await from her institutions: an answer to an invitation, or names for reserved places. */
export async function seminarTasks(actor: Person, { administers }: Scope, now: Date): Promise<Task[]> {
  const may = (permission: 'seminar:co-organise' | 'seminar:nominate') =>
    administers.filter((institutionId) => decide(actor, permission, { institutionId }) === 'allowed')
  const [answers, names] = [may('seminar:co-organise'), may('seminar:nominate')]
  const [asked, quotas] = await Promise.all([
    answers.length > 0 ? countAskedToOrganise(sql(), answers, now) : [],
    names.length > 0 ? findOpenQuotas(sql(), names, now) : [],
  ])
  return [
    ...asked.map(({ institutionId, count, since }): Task => {
      const path = `/institutions/${institutionId}/seminars#asked`
      return { kind: 'co-organise', count, since, place: null, path }
    }),
    ...quotas.map(({ seminarId, institutionId, titles, places, used, setAt }): Task => {
      const path = `/seminars/${seminarId}/places#quota-${institutionId}`
      return { kind: 'quota', count: places - used, since: setAt, place: { titles }, path }
    }),
  ]
}
