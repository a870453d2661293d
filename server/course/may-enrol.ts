import 'server-only'
import { decide } from '@/domain/access/policy'
import { currentStaff } from '../auth/session'
import type { LearnerCourse } from './learner-course'

/** May who reads take part? Only a closed course depends on what she is, and asks for it. */
export async function mayEnrol({ release, learner }: LearnerCourse): Promise<boolean> {
  const { courseId } = release
  const { access } = release.course.file
  if (access !== 'closed' || learner) return true
  const actor = await currentStaff()
  return actor.kind === 'person' && decide(actor, 'course:enrol', { courseId, access }) !== 'course-closed'
}
