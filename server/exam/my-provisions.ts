import 'server-only'
import { citedProvisions } from '@/domain/course/cited-provisions'
import { type OwnProvision, ownProvisions } from '@/domain/review/own-provisions'
import type { Permit } from '../auth/permit'
import { myCourses } from '../course/my-courses'
import { judgedOwnAnswers } from './own-answers'

export type MyProvisions = {
  provisions: readonly OwnProvision[]
  courses: Awaited<ReturnType<typeof myCourses>>['courses']
}

/** What the person should review, by provision, from her own answers. */
export async function myProvisions(permit: Permit<'account:read'>, now: Date): Promise<MyProvisions> {
  const { courses } = await myCourses(permit, now)
  const answers = await judgedOwnAnswers(permit, courses)
  const provisions = ownProvisions(
    answers.map(({ course, key, ...given }) => ({
      ...given,
      provisions: citedProvisions(key.cites, course),
      reread: key.reread,
    })),
  )
  return { provisions, courses }
}
