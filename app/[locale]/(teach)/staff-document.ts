import type { ReactElement } from 'react'
import type { DocumentPage } from '@/app/http/document-page'
import { STAFF_DONE, type StaffDone } from '@/components/ui/staff-page'

/** A page for staff: its header links to their institutions, and search engines must not index it. */
export function staffDocument(title: string, main: ReactElement): DocumentPage {
  return { title, main, styles: ['library.css', 'staff.css'], staff: true, index: false }
}

/** The last action, which the address names. */
export function doneIn(query: URLSearchParams): StaffDone | null {
  return STAFF_DONE.find((one) => one === query.get('done')) ?? null
}
