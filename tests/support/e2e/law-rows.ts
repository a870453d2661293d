import { randomUUID } from 'node:crypto'
import { makeCertificateNumber } from '@/domain/certificate/certificate-number'
import { db } from '@/server/db/client'
import { secureRandom } from '@/server/random'
import { publishNow, releaseNumbered } from '../corrections'
import { courseOf, lawChange, NEW_LAW, OLD_LAW } from '../law-updates'

type Holder = { accountId: string; nameArabic: string; nameLatin: string }

/**
 * Publishes an invented course, gives somebody a certificate of it, and then publishes its next edition, whose invented
 * law has changed. Only for a site of its own, since everybody sees the course. @returns the number of the certificate.
 */
export async function changeLaw({ accountId, nameArabic, nameLatin }: Holder): Promise<string> {
  const courseId = `course-${randomUUID()}`
  await publishNow(courseOf(courseId, OLD_LAW))
  const { id: releaseId } = await releaseNumbered(courseId, 1)
  const number = makeCertificateNumber(secureRandom)
  const names = { nameArabic, nameLatin, initials: 'F. A.' }
  await db().certificate.create({
    data: { number, accountId, courseId, releaseId, ...names, shareToken: randomUUID() },
  })
  await publishNow(courseOf(courseId, NEW_LAW, [lawChange()]))
  return number
}
