import { json } from '@/app/http/json'
import { AppError } from '@/domain/errors'
import { saveAnswerBodySchema } from '@/domain/exam/save-answer'
import { requirePermission } from '@/server/auth/permit'
import { saveAnswer } from '@/server/exam/save-answer'
import { readJson } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'

const NO_STORE = { 'cache-control': 'no-store' }

/**
 * Saves one answer as it is given. 200 `{ outcome: "saved" | "stale" }`; 204 for one that is saved, where the page prefers
 * the least (RFC 7240). Pages from before that preference wait for the word. The body, of 16 kB at most, is read before the permission
 * is asked for: it alone names the attempt, and session and attempt are one query.
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
