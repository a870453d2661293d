import 'server-only'
import type { Paper } from '@/domain/certificate/paper'
import { AppError } from '@/domain/errors'
import { dayOf } from '@/domain/time/day'
import { translator } from '@/i18n/translator'
import type { Permit } from '../../auth/permit'
import { titleOf } from '../../certificate/freeze-paper'
import { partyOf } from '../../certificate/parties'
import { setPaper } from '../../certificate/set-paper'
import { currentReleases } from '../../content/releases'
import { findParty } from '../../db/certificate/certificate-papers'
import { sql } from '../../db/client'
import { env } from '../../env'

/** No certificate has this number: its last character does not fit the others. */
const NO_NUMBER = 'XXXXXXXXXXXXX'

/**
 * The certificate that a cohort of the institution would get today, with placeholders for the names and a notice that
 * it is only a preview. @throws {AppError} not-found while no course gives a certificate
 */
export async function previewPaper(
  { target: { institutionId } }: Permit<'face:change'>,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const release = (await currentReleases()).find(({ course }) => course.file.certificate)
  const party = await findParty(sql(), institutionId, dayOf(now))
  if (!release || !party) throw new AppError('not-found', 'course with a certificate')
  const title = titleOf('certificate', release.course.file)
  const paper: Paper = { kind: 'certificate', title, institution: partyOf(party), cosigners: [] }
  const say = (locale: 'ar' | 'fr') => translator(locale)('certificate.paper.preview')
  return setPaper({
    printed: {
      nameArabic: translator('ar')('certificate.paper.nobody'),
      nameLatin: translator('fr')('certificate.paper.nobody'),
      number: NO_NUMBER,
      issuedAt: now,
      releaseId: release.id,
      revokedAt: null,
      supersededBy: null,
      confirmerArabic: null,
      confirmerLatin: null,
      paper,
      updates: [],
    },
    address: `${env().publicUrl}/ar/verify`,
    notice: { ar: say('ar'), fr: say('fr') },
  })
}
