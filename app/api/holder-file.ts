import { refusalDocument } from '@/app/document'
import { href } from '@/components/shell/paths'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { LOCALES } from '@/domain/locale'
import { refusalOf } from '@/server/refusal'
import { orStatus } from '@/server/respond'

/**
 * A file of a certificate's holder, never kept by a cache or a search engine. A refusal is a page for a person who
 * followed a link, and a code for a program, under the same status.
 */
export async function holderFile(
  request: Request,
  file: { type: string; extension: string },
  make: () => Promise<{ number: string; body: BodyInit }>,
): Promise<Response> {
  return orStatus(async () => {
    try {
      const { number, body } = await make()
      const name = `certificate-${formatCertificateNumber(number)}.${file.extension}`
      return new Response(body, {
        headers: {
          'content-type': file.type,
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'private, no-store',
          'x-robots-tag': 'noindex',
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
          'referrer-policy': 'no-referrer',
        },
      })
    } catch (error) {
      const refusal = request.headers.get('accept')?.includes('text/html') && refusalOf(error)
      if (!refusal) throw error
      const locale = languageOf(request)
      return refusalDocument(refusal.code, { request, locale, back: href(locale, '/certificates') })
    }
  })
}

/** The first language of ours that the browser asks for. */
function languageOf(request: Request) {
  const wanted = request.headers.get('accept-language') ?? ''
  const first = wanted.split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return first.flatMap((code) => LOCALES.find((locale) => locale === code) ?? []).at(0) ?? 'ar'
}
