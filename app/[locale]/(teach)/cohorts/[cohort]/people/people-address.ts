import type { Context } from '@/app/http/context'
import { readPeopleQuery, writePeopleQuery } from '@/domain/cohort/people-query'

/**
 * The address, without its language, of the roster with the reader's filters and page. @param extra further values of
 * the query.
 */
export function peopleAddress(
  { params, query }: Pick<Context<'cohort'>, 'params' | 'query'>,
  extra?: Readonly<Record<string, string>>,
): string {
  return `/cohorts/${params.cohort}/people${writePeopleQuery(readPeopleQuery(query), extra)}`
}
