import 'server-only'
import { certificateFileName } from '@/domain/cohort/export/certificate-file-name'
import type { Permit } from '../../auth/permit'
import { certificatePdf } from '../../certificate/certificate-pdf'
import { findCertificate } from '../../db/certificate/certificates'
import { sql } from '../../db/client'
import { type ZipEntry, zipOf } from '../../zip-stream'

/** The PDFs in one archive. Each is made once the client has taken the one before. */
export function papersFile(
  permit: Permit<'cohort:export'>,
  numbers: readonly string[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return zipOf(papers(permit, numbers))
}

async function* papers(permit: Permit<'cohort:export'>, numbers: readonly string[]): AsyncGenerator<ZipEntry> {
  for (const number of numbers) {
    const found = await findCertificate(sql(), number)
    // If a holder has deleted her account in the meantime, her names are gone.
    if (!found || found.nameArabic === null || found.nameLatin === null) continue
    const certificate = { ...found, nameArabic: found.nameArabic, nameLatin: found.nameLatin }
    const pdf = await certificatePdf({ permit, certificate })
    yield {
      name: certificateFileName(certificate.nameLatin, number),
      at: certificate.issuedAt,
      pack: false,
      pieces: [pdf],
    }
  }
}
