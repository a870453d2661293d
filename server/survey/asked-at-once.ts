import 'server-only'
import { couldBeSubtracted } from '@/domain/survey/subtraction'
import type { Day } from '@/domain/time/day'
import type { Sql } from '../db/sql'
import { findGroups, findOtherAsking, type OtherAsking } from '../db/survey/survey-groups'
import type { SurveyRow } from '../db/survey/surveys'

type Opening = SurveyRow & { opensOn: Day }

/**
 * The other surveys that are scheduled or open, and whose figures could be subtracted from those of this one, if it
 * opened on its day. The one that closes last comes first, after those that have not opened.
 */
export async function askedAtOnce(sql: Sql, survey: Opening, now: Date): Promise<OtherAsking[]> {
  const asking = { ...survey, groups: await findGroups(sql, survey) }
  const others = await findOtherAsking(sql, survey, now)
  return others.filter((other) => couldBeSubtracted(asking, other, other.inCommon))
}

/**
 * The open survey for whose closing this one must wait, though it was scheduled: a cohort may have got the course since, or
 * other people. Of two that are scheduled, the first one to open goes, or each would wait for the other.
 */
export async function waitsFor(sql: Sql, survey: Opening, now: Date): Promise<OtherAsking | null> {
  return (await askedAtOnce(sql, survey, now)).find(({ closesAt }) => closesAt !== null) ?? null
}
