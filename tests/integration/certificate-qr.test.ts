import qrcode from 'qrcode'
import { expect, it, vi } from 'vitest'
import { permitFor } from '@/server/auth/permit'
import { certificatePdf } from '@/server/certificate/certificate-pdf'
import { findCertificate } from '@/server/db/certificate/certificates'
import { sql } from '@/server/db/client'
import { certifiedLearner } from '@/tests/support/exam-taken'

it('carries the share link in the QR code of the paper: the number alone would open nothing', async () => {
  const drawn = vi.spyOn(qrcode, 'toString')
  const { certificate } = await certifiedLearner()
  const row = await findCertificate(sql(), certificate.number)
  if (!row?.nameArabic || !row.nameLatin) throw new Error('no certificate')
  const { number, nameArabic, nameLatin, shareToken, accountId } = row
  const permit = permitFor({ kind: 'anonymous' }, 'certificate:read', { number, holderId: accountId, shared: true })

  await certificatePdf({ permit, certificate: { ...row, nameArabic, nameLatin } })

  expect(drawn.mock.calls.map(([text]) => text)).toEqual([
    `http://localhost:3000/ar/verify/${number}?key=${shareToken}`,
  ])
})
