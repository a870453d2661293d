import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { fileDoor } from './file-door'

/** A file of a certificate's holder, never kept by a cache or a search engine. */
export async function holderFile(
  request: Request,
  file: { type: string; extension: string },
  make: () => Promise<{ number: string; body: BodyInit }>,
): Promise<Response> {
  return fileDoor(request, { path: '/certificates', name: (t) => t('nav.certificates') }, async () => {
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
  })
}
