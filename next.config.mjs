/** Headers that every response carries; the content security policy is per request and stands in proxy.ts. */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), interest-cohort=()' },
]
// Browsers ignore it over http; behind https it holds for a year.
const https = process.env.PUBLIC_URL?.startsWith('https:')
if (https) headers.push({ key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' })

const apiPolicy = { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }
/** The address holds the key of a share link. */
const noReferrer = { key: 'Referrer-Policy', value: 'no-referrer' }
const immutable = { key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // scripts/whole-answer.mjs compresses, for less than half of what Next's own way costs.
  compress: false,
  reactStrictMode: true,
  devIndicators: false,
  // `npm test` runs tsc over the whole tree; a second run at each build would only make every start slower.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@myriaddreamin/typst-ts-node-compiler',
    'nodemailer',
    // Megabytes of JSON-LD contexts, which a bundle would only hold once more.
    '@digitalcredentials/data-integrity',
    '@digitalcredentials/ed25519-multikey',
    '@digitalcredentials/eddsa-rdfc-2022-cryptosuite',
    '@digitalcredentials/security-document-loader',
    '@digitalcredentials/vc',
    '@digitalcredentials/vc-bitstring-status-list',
  ],
  experimental: {
    serverActions: { bodySizeLimit: '256kb' },
    // `forbidden()` answers 403 with a page of ours.
    authInterrupts: true,
  },
  async headers() {
    return [
      { source: '/:path*', headers },
      { source: '/:locale/verify/:number', has: [{ type: 'query', key: 'key' }], headers: [noReferrer] },
      // The files of a certificate bring their own policy, since a refusal of theirs is a page for people.
      { source: '/api/((?!certificates/|credentials/).*)', headers: [apiPolicy] },
      { source: '/.well-known/:path*', headers: [apiPolicy] },
      { source: '/fonts/:path*', headers: [immutable] },
      { source: '/assets/:path*', headers: [immutable] },
    ]
  },
}
