import type { Greeted } from '@/components/course/home-page'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import type { Caller } from '@/server/auth/caller'
import { permitToReadAccount } from '@/server/auth/permit'
import { myLearning } from '@/server/progress/my-learning'

/** What the front pages show a signed-in reader, who knows the site: her next step. Null for a reader signed out. */
export async function greet(caller: Caller): Promise<Greeted | null> {
  const session = await caller.session()
  if (!session) return null
  const { nameArabic, nameLatin } = session
  const now = new Date()
  const { courses, next, certificates } = await myLearning(caller, await permitToReadAccount(caller), now)
  const certified = certificates.some((certificate) => certificateStatus(certificate) === 'valid')
  return { nameArabic, nameLatin, courses, next, certified, now }
}
