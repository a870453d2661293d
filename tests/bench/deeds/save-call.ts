import type { Answer } from '@/domain/exam/answer'
import type { Call } from '../visitor'

type Given = { courseId: string; attemptId: string; position: number; answer: Answer }

/** What the browser sends when an answer is given. @see components/exam/send-answer.ts */
export function saveCall({ courseId, attemptId, position, answer }: Given): Call {
  const saved = { position, answer, givenAt: Date.now(), ageMs: 0 }
  return {
    method: 'PUT',
    path: '/api/exam/answers',
    type: 'application/json',
    prefer: 'return=minimal',
    body: JSON.stringify({ courseId, attemptId, saved }),
    expect: 204,
  }
}
