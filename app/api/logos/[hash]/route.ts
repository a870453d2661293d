import { file } from '@/app/http/file'
import type { Translator } from '@/i18n/translator'
import { logoFile } from '@/server/institution/face/logo-file'

const place = { path: () => '/verify', name: (t: Translator) => t('nav.verify') }

/** A logo, by the hash of its bytes, so it never changes. The content security policy stops any script in an SVG. */
export const GET = file<'hash'>(place, async ({ params }) => {
  const { type, bytes } = await logoFile(params.hash)
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  })
})
