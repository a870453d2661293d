import { z } from 'zod'
import type { MemberStatus } from '../cohort/membership'
import { isOver, phaseOf } from '../cohort/phase'
import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { linesSchema } from '../form/plain-lines'
import type { Day } from '../time/day'

type Cohort = { startsOn: Day; endsOn: Day; archivedAt: Date | null }

/**
 * True while she takes part in a cohort that is not over: she may ask, and its tutors may answer. Its lessons are open
 * before the first day, so that questions come then too.
 */
export function mayAskTutor(cohort: Cohort, status: MemberStatus | null, now: Date): boolean {
  return status === 'active' && !isOver(phaseOf(cohort, now))
}

/** Why a thread is closed to new messages. Each has its sentence in i18n/messages/*.json under `threads.closed`. */
export type Closed = 'over' | 'left'

/** Null while it can still be written in. */
export function closedBy(cohort: Cohort, status: MemberStatus | null, now: Date): Closed | null {
  if (isOver(phaseOf(cohort, now))) return 'over'
  return status === 'active' ? null : 'left'
}

/** `draft`: the id of the message, made with the form, so that a form that is sent twice is one message. */
export const threadSchema = z.object({ threadText: linesSchema(FIELD_LIMITS.threadText), draft: z.uuid() })
export type ThreadWritten = z.infer<typeof threadSchema>

export function readThread(form: FormData) {
  return textFields(form, ['threadText', 'draft', 'block'])
}
