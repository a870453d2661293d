import { certificateFile } from '@/app/api/certificate-file'
import { certificatePdf } from '@/server/certificate/certificate-pdf'

/** The certificate as a PDF file. */
export const GET = certificateFile({ type: 'application/pdf', extension: 'pdf' }, certificatePdf)
