import 'server-only'
import qrcode from 'qrcode'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { typesetPdf } from '../typst'
import type { OpenCertificate } from './open-certificate'
import { paperFacts, paperTexts } from './paper-texts'
import { printable } from './printable'
import { shareLink } from './share-link'

/** The permits that allow the PDF: the holder and anyone with her share link, or her institution for a whole cohort. */
type ForPaper = {
  permit: Permit<'certificate:read'> | Permit<'cohort:export'>
  certificate: OpenCertificate
}

/** The certificate as an A4 page, Arabic and French together, PDF/UA-1. */
export async function certificatePdf({ certificate }: ForPaper): Promise<Uint8Array<ArrayBuffer>> {
  const release = await loadRelease(certificate.releaseId)
  const texts = {
    ...paperFacts(certificate, release),
    ...suffixed(paperTexts(certificate, release.course, 'ar'), 'Ar'),
    ...suffixed(paperTexts(certificate, release.course, 'fr'), 'Fr'),
  }
  const inputs = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, printable(text)]))
  const qr = await qrcode.toString(shareLink(certificate, 'ar'), { type: 'svg', margin: 0 })
  return typesetPdf({
    template: 'certificate/certificate.typ',
    inputs,
    files: { 'certificate/qr.svg': qr },
  })
}

function suffixed(texts: Record<string, string>, suffix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}${suffix}`, text]))
}
