import { holderFile } from '@/app/api/holder-file'
import { clientAddress } from '@/server/auth/client-address'
import { certificatePdf } from '@/server/certificate/certificate-pdf'
import { openCertificate } from '@/server/certificate/open-certificate'

type Context = { params: Promise<{ number: string }> }

/** The paper, for the holder or whoever has her share link. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { number } = await params
  return holderFile(request, { type: 'application/pdf', extension: 'pdf' }, async () => {
    const key = new URL(request.url).searchParams.get('key')
    const opened = await openCertificate(number, key, { address: await clientAddress(), now: new Date() })
    return { number: opened.certificate.number, body: await certificatePdf(opened) }
  })
}
