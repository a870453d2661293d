import { holderFile } from '@/app/api/holder-file'
import { clientAddress } from '@/server/auth/client-address'
import { certificateCredential } from '@/server/certificate/certificate-credential'
import { openCertificate } from '@/server/certificate/open-certificate'

type Context = { params: Promise<{ number: string }> }

/** The signed credential, for the holder or whoever has her share link. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { number } = await params
  return holderFile(request, { type: 'application/vc+ld+json', extension: 'json' }, async () => {
    const key = new URL(request.url).searchParams.get('key')
    const now = new Date()
    const opened = await openCertificate(number, key, { address: await clientAddress(), now })
    const credential = await certificateCredential(opened, now)
    return { number: opened.certificate.number, body: JSON.stringify(credential, null, 2) }
  })
}
