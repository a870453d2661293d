/** The address holds the key of a share link. */
const noReferrer = { key: 'Referrer-Policy', value: 'no-referrer' }

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Nothing here is a picture of Next's: its optimiser would be a door that nobody uses.
  images: { unoptimized: true },
  devIndicators: false,
  // `npm test` runs tsc over the whole tree; a second run at each build would only make every start slower.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@myriaddreamin/typst-ts-node-compiler',
    'nodemailer',
    'pg-boss',
    // Megabytes of JSON-LD contexts, which a bundle would only hold once more.
    '@digitalcredentials/data-integrity',
    '@digitalcredentials/ed25519-multikey',
    '@digitalcredentials/eddsa-rdfc-2022-cryptosuite',
    '@digitalcredentials/security-document-loader',
    '@digitalcredentials/vc',
    '@digitalcredentials/vc-bitstring-status-list',
  ],
  async headers() {
    return [{ source: '/:locale/verify/:number', has: [{ type: 'query', key: 'key' }], headers: [noReferrer] }]
  },
}
