import 'server-only'
import { cookies } from 'next/headers'
import { env } from '../env'

/** How a reader reads lessons: step by step, or each on one page. */
export type LessonView = 'steps' | 'whole'

const NAME = 'lesson-view'
const SECONDS = 365 * 24 * 3600

/** What this browser chose last; by default step by step. */
export async function lessonView(): Promise<LessonView> {
  return (await cookies()).get(NAME)?.value === 'whole' ? 'whole' : 'steps'
}

export async function rememberLessonView(view: LessonView): Promise<void> {
  const secure = env().publicUrl.startsWith('https:')
  ;(await cookies()).set(NAME, view, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: SECONDS })
}
