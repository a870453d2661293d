import { file, privateFile } from '@/app/http/file'
import { previewPaper } from '@/server/institution/face/preview'
import { openInstitution } from '@/server/institution/open-institution'

/** The certificate that the institution would issue today, as a sample without a person. */
export const GET = file<'institution'>(
  { path: ({ params }) => `/institutions/${params.institution}/face`, name: (t) => t('face.title') },
  async ({ caller, params }) => {
    const { permit } = await openInstitution(caller, 'face:change', params.institution)
    const pdf = await previewPaper(permit, new Date())
    return new Response(pdf, { headers: privateFile('preview.pdf', 'application/pdf') })
  },
)
