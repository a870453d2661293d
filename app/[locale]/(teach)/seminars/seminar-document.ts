import type { ReactElement } from 'react'
import type { DocumentPage } from '@/app/http/document-page'

/** A page for those who organise seminars. */
export function seminarDocument(title: string, main: ReactElement): DocumentPage {
  return { title, main, styles: ['seminar.css'], staff: true, index: false }
}
