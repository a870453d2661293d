import { certificateFile } from '@/app/api/certificate-file'
import { certificatePdf } from '@/server/certificate/certificate-pdf'

/** The paper. */
export const GET = certificateFile({ type: 'application/pdf', extension: 'pdf' }, certificatePdf)
