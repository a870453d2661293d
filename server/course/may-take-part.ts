import 'server-only'
import { decide } from '@/domain/auth/policy'
import { currentActor, currentStaff } from '../auth/session'
import type { LearnerCourse } from './learner-course'

/** May who reads begin, or go on? Only a closed course depends on what she is, and asks for it. */
export async function mayTakePart({ release, learner }: Pick<LearnerCourse, 'release' | 'learner'>): Promise<boolean> {
  const { courseId } = release
  const { access } = release.course.file
  if (access !== 'closed') return true
  if (learner) return decide(await currentActor(), 'course:read', { courseId, access, learner }) === 'allowed'
  const actor = await currentStaff()
  return actor.kind === 'person' && decide(actor, 'course:enrol', { courseId, access }) !== 'course-closed'
}
