import { z } from 'zod'
import { AppError } from '@/domain/errors'
import { requirePermission } from '@/server/auth/permit'
import { learnerCourse } from '@/server/course/learner-course'
import { keepPlace } from '@/server/progress/lesson-place'
import { orStatus, readJson } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'

const placeSchema = z.strictObject({
  courseId: z.string().max(80),
  lessonId: z.string().max(80),
  block: z.number().int().min(0).max(1000),
})

/** Where she reads: a small beacon. */
export function POST(request: Request): Promise<Response> {
  return orStatus(async () => {
    requireSameOrigin(request)
    const { courseId, lessonId, block } = await readJson(request, placeSchema)
    const { learner } = await learnerCourse(courseId, new Date())
    const learnerId = learner?.accountId ?? null
    const permit = await requirePermission('course:learn', { courseId, learnerId })
    if (!learner) throw new AppError('forbidden', 'not enrolled')
    await keepPlace(permit, learner, lessonId, block, new Date())
    return new Response(null, { status: 204 })
  })
}
