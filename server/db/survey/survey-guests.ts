import 'server-only'
import type { Localized } from '@/domain/locale'
import type { Sql } from '../sql'

/**
 * Makes tickets for the people who are registered for a seminar without an account, unless their address has an account
 * that was ever staff of the institution or has a ticket. @returns how many.
 */
export async function insertGuestTickets(
  tx: Sql,
  { id, institutionId, seminarId }: { id: string; institutionId: string; seminarId: string },
): Promise<number> {
  return tx.$executeRaw`
    insert into "SurveyTicket" ("surveyId", "registrationId")
    select ${id}::uuid, r.id from "SeminarRegistration" r join "Seminar" s on s.id = r."seminarId"
    where s.id = ${seminarId}::uuid and s.status <> 'cancelled' and r.status = 'registered' and r."accountId" is null
      and r."guestEmail" is not null and not exists (
        select 1 from "Account" a where a.email = r."guestEmail" and (
          exists (select 1 from "SurveyTicket" t where t."surveyId" = ${id}::uuid and t."accountId" = a.id)
          or exists (select 1 from "Role" o where o."accountId" = a.id and o."institutionId" = ${institutionId}::uuid
            and o.role in ('tutor', 'administrator'))))
    order by random() on conflict do nothing`
}

export type GuestSurvey = { surveyId: string; ticketId: string; titles: Localized; closesAt: Date }

/** The open surveys that wait for the person of a place, the one that closes first coming first. */
export async function findGuestSurveys(sql: Sql, registrationId: string, now: Date): Promise<GuestSurvey[]> {
  return sql.$queryRaw<GuestSurvey[]>`
    select s.id as "surveyId", t.id as "ticketId", s.titles, s."closesAt"
    from "SurveyTicket" t join "Survey" s on s.id = t."surveyId"
    where t."registrationId" = ${registrationId}::uuid and not t.spent and s."withdrawnAt" is null
      and s."closesAt" > ${now}
    order by s."closesAt", s.id`
}

export type SurveyGuest = {
  ticketId: string
  surveyId: string
  email: string
  nameArabic: string
  nameLatin: string
  locale: string
  titles: Localized
  institutionArabic: string
  institutionLatin: string
  closesAt: Date
}

/** The next guests who have not had the letter of an open survey, locked for the transaction. They get one. */
export async function lockSurveyGuests(tx: Sql, now: Date, limit: number): Promise<SurveyGuest[]> {
  return tx.$queryRaw<SurveyGuest[]>`
    select t.id as "ticketId", s.id as "surveyId", r."guestEmail" as email,
      coalesce(r."guestNameArabic", '') as "nameArabic", coalesce(r."guestNameLatin", '') as "nameLatin",
      coalesce(r.locale, 'ar') as locale, s.titles, i."nameArabic" as "institutionArabic",
      i."nameLatin" as "institutionLatin", s."closesAt"
    from "SurveyTicket" t join "Survey" s on s.id = t."surveyId"
      join "SeminarRegistration" r on r.id = t."registrationId" join "Institution" i on i.id = s."institutionId"
    where s."withdrawnAt" is null and s."closesAt" > ${now} and not t.told and r."guestEmail" is not null
    order by t.id limit ${limit} for update of t skip locked`
}
