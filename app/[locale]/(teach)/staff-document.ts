import type { ReactElement } from 'react'
import type { DocumentPage } from '@/app/http/document-page'
import type { FormState } from '@/components/form/form-state'
import { STAFF_DONE, type StaffDone } from '@/components/ui/staff-page'
import type { Translator } from '@/i18n/translator'

/** A page of staff: its header leads to their institutions, and no search engine keeps it. */
export function staffDocument(title: string, main: ReactElement): DocumentPage {
  return { title, main, staff: true, index: false }
}

/** The same with a form that was refused, if it was. */
export function staffForm(
  title: string,
  main: ReactElement,
  state: FormState | undefined,
  t: Translator,
): DocumentPage {
  const page = staffDocument(title, main)
  return state ? { ...page, title: `${t('fields.errorPrefix')} ${title}`, status: 400 } : page
}

/** What was just done, as the address says it. */
export function doneIn(query: URLSearchParams): StaffDone | null {
  return STAFF_DONE.find((one) => one === query.get('done')) ?? null
}
