import 'server-only'
import { type Localized, nameAll } from '@/domain/locale'
import type { Permit } from '../../auth/permit'
import { loadRelease } from '../../content/releases'
import { sql } from '../../db/client'
import { findRequests, type RequestRow } from '../../db/cohort/cohort-requests'

export type MyRequest = RequestRow & { title: Localized }

/** The person's requests to join cohorts that she is not in, each with its status. */
export async function myRequests({ target }: Permit<'account:read'>): Promise<MyRequest[]> {
  const rows = await findRequests(sql(), target.accountId)
  return Promise.all(rows.map(async (row) => ({ ...row, title: await titleOfAll(row) })))
}

async function titleOfAll({ courses }: RequestRow): Promise<Localized> {
  const releases = await Promise.all(courses.map(({ releaseId }) => loadRelease(releaseId)))
  return nameAll(releases.map(({ course }) => course.file.title))
}
