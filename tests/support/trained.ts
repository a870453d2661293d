import { randomUUID } from 'node:crypto'
import { makeCertificateNumber } from '@/domain/certificate/certificate-number'
import { db } from '@/server/db/client'
import { secureRandom } from '@/server/random'

type Trained = {
  institutionId: string
  people: number
  function?: string
  /** The certificate that each of them holds, if any. */
  certificate?: { courseId: string; releaseId: string } | null
  /** When they joined the institution and got the certificate. */
  since?: Date
}
const LONG_AGO = new Date('2025-03-01T10:00:00Z')

/** Inserts `people` members of an institution. @returns their accounts. */
export async function insertTrained({
  institutionId,
  people,
  function: personFunction = 'judge',
  certificate = null,
  since = LONG_AGO,
}: Trained): Promise<string[]> {
  const ids = Array.from({ length: people }, () => randomUUID())
  await db().account.createMany({
    data: ids.map((id) => ({
      id,
      email: `${id}@example.ma`,
      passwordHash: '-',
      nameArabic: 'فاطمة العلوي',
      nameLatin: 'Fatima Alaoui',
      function: personFunction,
      institution: 'Fès',
      locale: 'fr',
    })),
  })
  await db().role.createMany({
    data: ids.map((accountId) => ({ accountId, institutionId, role: 'learner', grantedAt: since })),
  })
  if (certificate)
    await db().certificate.createMany({
      data: ids.map((accountId) => ({
        number: makeCertificateNumber(secureRandom),
        accountId,
        ...certificate,
        initials: 'F. A.',
        shareToken: accountId,
        issuedAt: since,
      })),
    })
  return ids
}
