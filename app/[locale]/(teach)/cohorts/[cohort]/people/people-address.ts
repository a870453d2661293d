import type { Context } from '@/app/http/context'
import { readPeopleQuery, writePeopleQuery } from '@/domain/cohort/people-query'

/** The list of a cohort's people as it was shown, without its language. @param extra what only this address says. */
export function peopleAddress(
  { params, query }: Context<'cohort' | 'member'>,
  extra?: Readonly<Record<string, string>>,
): string {
  return `/cohorts/${params.cohort}/people${writePeopleQuery(readPeopleQuery(query), extra)}`
}
