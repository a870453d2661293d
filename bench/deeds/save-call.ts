import type { Answer } from '@/domain/question/answer'
import type { Call } from '../visitor'

type Given = { courseId: string; attemptId: string; position: number; answer: Answer }

/** The request that the browser sends for an answer. @see components/exam/send-answer.ts */
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
