import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import qrcode from 'qrcode'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import type { OpenCertificate } from './open-certificate'
import { paperFacts, paperTexts } from './paper-texts'
import { printable } from './printable'
import { shareLink } from './share-link'

const FOLDER = path.join(process.cwd(), 'server/certificate')
// A piece of the compiler's memory is freed after this many certificates that did not use it.
const MEMORY_AGE = 10

let loaded: NodeCompiler | undefined

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
  return compile(inputs, qr)
}

// All requests share the compiler and its files, so nothing may be awaited between mapShadow and pdf.
function compile(inputs: Record<string, string>, qr: string): Uint8Array<ArrayBuffer> {
  const typst = compiler()
  typst.mapShadow(path.join(FOLDER, 'qr.svg'), Buffer.from(qr))
  const pdf = typst.pdf({ mainFilePath: path.join(FOLDER, 'certificate.typ'), inputs }, { pdfStandard: 'ua-1' })
  typst.evictCache(MEMORY_AGE)
  return new Uint8Array(pdf)
}

function compiler(): NodeCompiler {
  const folder = path.join(FOLDER, 'fonts')
  loaded ??= NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [
      {
        fontBlobs: readdirSync(folder)
          .filter(isFont)
          .map((file) => readFileSync(path.join(folder, file))),
      },
    ],
  })
  return loaded
}

const isFont = (file: string) => file.endsWith('.ttf')

function suffixed(texts: Record<string, string>, suffix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}${suffix}`, text]))
}
