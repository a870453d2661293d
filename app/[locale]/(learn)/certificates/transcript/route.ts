import { file, privateFile } from '@/app/http/file'
import { permitToReadAccount } from '@/server/auth/permit'
import { transcriptPdf } from '@/server/certificate/transcript'

/** All her certificates in force on one paper. */
export const GET = file({ path: () => '/certificates', name: (t) => t('nav.certificates') }, async ({ caller }) => {
  const pdf = await transcriptPdf(await permitToReadAccount(caller), new Date())
  return new Response(pdf, { headers: privateFile('transcript.pdf', 'application/pdf') })
})
