/** For addresses that contain the key of a share link: no request tells more than the origin of the page. */
const originOnly = { key: 'Referrer-Policy', value: 'strict-origin' }

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // server/http/compression.ts compresses with Brotli too; Next knows gzip only.
  compress: false,
  // The site has no image for Next's optimiser, so its endpoint is switched off.
  images: { unoptimized: true },
  devIndicators: false,
  // `npm test` runs tsc over the whole tree; a second run in each build would only slow the start down.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    // Loaded only where files are kept in S3.
    '@aws-sdk/client-s3',
    '@node-rs/argon2',
    '@myriaddreamin/typst-ts-node-compiler',
    'nodemailer',
    'pg-boss',
    // These packages hold megabytes of JSON-LD contexts, which a bundle would only duplicate.
    '@digitalcredentials/data-integrity',
    '@digitalcredentials/ed25519-multikey',
    '@digitalcredentials/eddsa-rdfc-2022-cryptosuite',
    '@digitalcredentials/security-document-loader',
    '@digitalcredentials/vc',
    '@digitalcredentials/vc-bitstring-status-list',
  ],
  async rewrites() {
    return [
      {
        source: '/:locale(ar|fr|en)/seminars/:seminar([0-9a-f-]{36}).ics',
        destination: '/:locale/seminars/:seminar/ics',
      },
    ]
  },
  async headers() {
    return [{ source: '/:locale/verify/:number', has: [{ type: 'query', key: 'key' }], headers: [originOnly] }]
  },
}
