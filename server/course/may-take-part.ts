import 'server-only'
import { decide } from '@/domain/auth/policy'
import type { Caller } from '../auth/caller'
import type { LearnerCourse } from './learner-course'

/**
 * Whether the caller may begin the course or continue it. Her roles are loaded only for a closed course, since no other
 * depends on them.
 */
export async function mayTakePart(
  caller: Caller,
  { release, learner }: Pick<LearnerCourse, 'release' | 'learner'>,
): Promise<boolean> {
  const { courseId } = release
  const { access } = release.course.file
  if (access !== 'closed') return true
  if (learner) return decide(await caller.actor(), 'course:read', { courseId, access, learner }) === 'allowed'
  const actor = await caller.staff()
  return actor.kind === 'person' && decide(actor, 'course:enrol', { courseId, access }) !== 'course-closed'
}
