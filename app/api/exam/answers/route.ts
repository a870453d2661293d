import { AppError } from '@/domain/errors'
import { saveAnswerBodySchema } from '@/domain/exam/save-answer'
import { requirePermission } from '@/server/auth/permit'
import { currentSitter } from '@/server/auth/session'
import { saveAnswer } from '@/server/exam/save-answer'
import { orStatus, readJson } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'

const NO_STORE = { 'cache-control': 'no-store' }

/**
 * Saves one answer as it is given. 200 `{ outcome: "saved" | "stale" }`; 204 for one that is saved, where the page prefers
 * the least (RFC 7240). Pages from before that preference wait for the word.
 */
export function PUT(request: Request): Promise<Response> {
  return orStatus(async () => {
    requireSameOrigin(request)
    const { courseId, attemptId, saved } = await readJson(request, saveAnswerBodySchema)
    const { session, attempt } = await currentSitter({ courseId, attemptId, withQuestions: false })
    const learnerId = attempt && session ? session.accountId : null
    const permit = await requirePermission('exam:sit', { courseId, learnerId })
    if (!attempt) throw new AppError('forbidden', 'attempt of another')
    const outcome = await saveAnswer(permit, attempt, saved)
    const least = request.headers.get('prefer') === 'return=minimal'
    if (least && outcome === 'saved') return new Response(null, { status: 204, headers: NO_STORE })
    return Response.json({ outcome }, { headers: NO_STORE })
  })
}
