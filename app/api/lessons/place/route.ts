import { json } from '@/app/http/json'
import { AppError } from '@/domain/errors'
import { lessonPlaceSchema } from '@/domain/progress/lesson-place'
import { requirePermission } from '@/server/auth/permit'
import { learnerCourse } from '@/server/course/learner-course'
import { keepPlace } from '@/server/progress/lesson-place'
import { readJson } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'

/** Stores her reading position. It is sent as a small beacon; only its body names the course. */
export const POST = json(async ({ request, caller }) => {
  requireSameOrigin(request)
  const { courseId, lessonId, block, end } = await readJson(request, lessonPlaceSchema)
  const { learner } = await learnerCourse(caller, courseId, new Date())
  const learnerId = learner?.accountId ?? null
  const permit = await requirePermission(caller, 'course:learn', { courseId, learnerId })
  if (!learner) throw new AppError('forbidden', 'not enrolled')
  await keepPlace(permit, learner, lessonId, { block, end }, new Date())
  return new Response(null, { status: 204 })
})
