import { certificateFile } from '@/app/api/certificate-file'
import { certificateCredential } from '@/server/certificate/certificate-credential'

/** The certificate as a signed verifiable credential. */
export const GET = certificateFile({ type: 'application/vc+ld+json', extension: 'json' }, async (opened, now) =>
  JSON.stringify(await certificateCredential(opened, now), null, 2),
)
