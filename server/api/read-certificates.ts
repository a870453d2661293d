import 'server-only'
import type { Answer, Item } from '@/domain/api/answers'
import { type PageQuery, pageOf } from '@/domain/api/page-query'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { type ApiCertificate, findOpenCertificates } from '../db/api/api-reads'
import { sql } from '../db/client'
import { noteApiRead } from './note-read'
import type { ApiAccess } from './open-token'

export async function readCertificates(
  access: ApiAccess,
  { after, limit }: PageQuery,
  now: Date,
): Promise<Answer<'Certificates'>> {
  const rows = await findOpenCertificates(sql(), access, { after, limit: limit + 1 })
  await noteApiRead(access, { what: 'certificates', of: null }, now)
  const { items, next } = pageOf(rows, limit)
  return { items: items.map(describe), next }
}

function describe(row: ApiCertificate): Item<'Certificates'> {
  const { number, courseId, seminarId, nameArabic, nameLatin, issuedAt } = row
  return {
    number: formatCertificateNumber(number),
    kind: seminarId === null ? 'course' : 'attendance',
    ...{ courseId, seminarId, nameArabic, nameLatin },
    issuedAt: issuedAt.toISOString(),
    state: stateOf(row),
  }
}

/** A replaced certificate is also revoked, and is then reported as superseded. */
function stateOf({ superseded, revokedAt }: ApiCertificate): Item<'Certificates'>['state'] {
  if (superseded) return 'superseded'
  return revokedAt ? 'revoked' : 'in-force'
}
