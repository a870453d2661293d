import 'server-only'
import { Prisma } from '@/generated/prisma/client'

/** An id in the details; null if there is none. Older entries may hold anything there. */
function idIn(...keys: string[]) {
  const found = keys.map((key) => Prisma.sql`a.details->>${key}`)
  return Prisma.sql`(select v::uuid from (select coalesce(${Prisma.join(found)}) as v) t
    where v ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')`
}

/**
 * What the details of the entry `a` name, as JSON of the type `Named`.
 *
 * @param institutionId null for the log of the platform, which names nobody who has a place in a cohort.
 */
export function namedIn({ institutionId }: { institutionId: string | null }) {
  const member =
    institutionId === null
      ? Prisma.sql`null`
      : Prisma.sql`(select jsonb_build_object('nameArabic', coalesce(o."nameArabic", m."nameArabic"),
          'nameLatin', coalesce(o."nameLatin", m."nameLatin"), 'email', m.email)
          from "CohortMember" m left join "Account" o on o.id = m."accountId" where m.id = ${idIn('memberId')})`
  return Prisma.sql`jsonb_build_object(
    'cohort', (select jsonb_build_object('id', c.id, 'name', c.name) from "Cohort" c where c.id = ${idIn('cohortId', 'cohort')}),
    'member', ${member},
    'from', case when a.act = 'member-moved' then a.details->'from' end,
    'to', case when a.act = 'member-moved' then a.details->'to' end,
    'seminar', (select n.titles from "Seminar" n where n.id = ${idIn('seminar')}),
    'host', coalesce(a.details->>'host', (select substring(w.url from '^https?://([^/?#]+)') from "Webhook" w
      where w.id = ${idIn('webhook')})),
    'list', (select jsonb_build_object('file', u."fileName",
      'invited', count(*) filter (where k.outcome = 'invited'),
      'waiting', count(*) filter (where k.outcome = 'waiting'))
      from "ImportRun" u left join "ImportRow" k on k."runId" = u.id
      where a.act in ('list-taken-in', 'list-checked') and u.id = ${idIn('runId', 'run')} group by u.id))`
}
