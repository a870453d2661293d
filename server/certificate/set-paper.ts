import 'server-only'
import qrcode from 'qrcode'
import type { Paper } from '@/domain/certificate/paper'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { findLogos, type LogoFile } from '../db/certificate/certificate-papers'
import { sql } from '../db/client'
import { printable } from '../file/printable'
import { typesetPdf } from '../typst'
import { type PaperNotice, type Printed, paperFacts, paperTexts, partyTexts } from './paper-texts'

type Source = {
  printed: Printed
  /** The address in the QR code. */
  address: string
  /** Replaces the sentence that says that the certificate is no longer in force. */
  notice?: PaperNotice
}

/** A certificate as an A4 page, Arabic and French together, PDF/UA-1, with the logos that it was issued with. */
export async function setPaper({ printed, address, notice }: Source): Promise<Uint8Array<ArrayBuffer>> {
  const release = printed.releaseId === null ? null : await loadRelease(printed.releaseId)
  const logos = await findLogos(sql(), logosOf(printed.paper))
  const qr = await qrcode.toString(address, { type: 'svg', margin: 0 })
  return typeset({ printed, release, logos, qr, notice })
}

const logosOf = (paper: Paper | null) =>
  [paper?.institution, ...(paper?.cosigners ?? [])].flatMap((party) => party?.logo?.hash ?? [])

type Pieces = {
  printed: Printed
  /** Null for an attestation of attendance. */
  release: LoadedRelease | null
  logos: readonly LogoFile[]
  qr: string
  notice: PaperNotice | undefined
}

const ENDINGS = { 'image/png': 'png', 'image/svg+xml': 'svg' } as const

function typeset({ printed, release, logos, qr, notice }: Pieces): Uint8Array<ArrayBuffer> {
  const files: Record<string, string | Uint8Array> = { 'certificate/qr.svg': qr }
  const parties = partyTexts(printed, (hash) => {
    const place = logos.findIndex((logo) => logo.hash === hash)
    const logo = logos[place]
    if (!logo) return ''
    const name = `logo-${place}.${ENDINGS[logo.type]}`
    files[`certificate/${name}`] = logo.bytes
    return name
  })
  const texts = {
    ...paperFacts(printed, release),
    ...suffixed(paperTexts(printed, release?.course ?? null, 'ar', notice), 'Ar'),
    ...suffixed(paperTexts(printed, release?.course ?? null, 'fr', notice), 'Fr'),
  }
  const inputs = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, printable(text)]))
  return typesetPdf({
    template: 'certificate/certificate.typ',
    inputs: { ...inputs, parties: JSON.stringify(parties) },
    files,
  })
}

function suffixed(texts: Record<string, string>, suffix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}${suffix}`, text]))
}
