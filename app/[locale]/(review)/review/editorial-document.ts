import type { ReactElement } from 'react'
import type { DocumentPage } from '@/app/http/document-page'
import { hasDesk } from '@/domain/auth/staff-rules'
import type { Permit } from '@/server/auth/permit'

/** A page of the desk of reviewers: its header leads back to it, and search engines must not index it. */
export function editorialDocument(
  { actor: { roles } }: Permit<'editorial:read'>,
  title: string,
  main: ReactElement,
): DocumentPage {
  const desk = { staff: roles !== undefined && hasDesk(roles), reviewer: roles?.platform.includes('reviewer') ?? false }
  return { title, main, styles: ['editorial.css'], ...desk, index: false }
}
