import 'server-only'
import type { Permit } from '../auth/permit'
import type { OpenCertificate } from './open-certificate'
import { setPaper } from './set-paper'
import { shareLink } from './share-link'

/** The permits that allow the PDF: the holder and anyone with her share link, or her institution for a whole cohort. */
type ForPaper = {
  permit: Permit<'certificate:read'> | Permit<'cohort:export'>
  certificate: OpenCertificate
}

/** The certificate as an A4 page, Arabic and French together, PDF/UA-1. */
export function certificatePdf({ certificate }: ForPaper): Promise<Uint8Array<ArrayBuffer>> {
  return setPaper({ printed: certificate, address: shareLink(certificate, 'ar') })
}
