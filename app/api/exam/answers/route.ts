import { json } from '@/app/http/json'
import { AppError } from '@/domain/errors'
import { saveAnswerBodySchema } from '@/domain/exam/save-answer'
import { requirePermission } from '@/server/auth/permit'
import { saveAnswer } from '@/server/exam/save-answer'
import { readJson } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'

const NO_STORE = { 'cache-control': 'no-store' }

/**
 * Saves one answer. Responds 200 `{ outcome: "saved" | "stale" }`, or 204 for a saved answer if the request says
 * `Prefer: return=minimal` (RFC 7240); pages of older deployments do not send that and expect the outcome. The body (at
 * most 16 kB) is read before the permission is checked: only the body names the attempt, and one query fetches session
 * and attempt together.
 */
export const PUT = json(async ({ request, caller }) => {
  requireSameOrigin(request)
  const { courseId, attemptId, saved } = await readJson(request, saveAnswerBodySchema)
  const { session, attempt } = await caller.examineeIn({ courseId, attemptId, withQuestions: false })
  const learnerId = attempt && session ? session.accountId : null
  const permit = await requirePermission(caller, 'exam:sit', { courseId, learnerId })
  if (!attempt) throw new AppError('forbidden', 'attempt of another')
  const outcome = await saveAnswer(permit, attempt, saved)
  const least = request.headers.get('prefer') === 'return=minimal'
  if (least && outcome === 'saved') return new Response(null, { status: 204, headers: NO_STORE })
  return Response.json({ outcome }, { headers: NO_STORE })
})
