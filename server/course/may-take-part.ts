import 'server-only'
import { decide } from '@/domain/auth/policy'
import type { Caller } from '../auth/caller'
import type { LearnerCourse } from './learner-course'

/** May the caller begin the course, or go on? Only a closed course depends on what she is, and asks for it. */
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
