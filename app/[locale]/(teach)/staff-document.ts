import type { ReactElement } from 'react'
import type { DocumentPage } from '@/app/http/document-page'
import { STAFF_DONE, type StaffDone } from '@/components/ui/staff-page'

/** A page of staff: its header leads to their institutions, and no search engine keeps it. */
export function staffDocument(title: string, main: ReactElement): DocumentPage {
  return { title, main, staff: true, index: false }
}

/** What was just done, as the address says it. */
export function doneIn(query: URLSearchParams): StaffDone | null {
  return STAFF_DONE.find((one) => one === query.get('done')) ?? null
}
