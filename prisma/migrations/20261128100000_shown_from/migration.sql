-- Since when a cohort sees what a person does in a course into which it was not she who came: its staff transferred her
-- from a cohort that had not this course. By course, null as long as there is none.
alter table "CohortMember" add column "shownFrom" jsonb;

-- Those who were transferred before. Both moves of a transfer have the same instant.
update "CohortMember" m set "shownFrom" = t.since
from (
  select s."memberId", jsonb_object_agg(s."courseId", s.at) as since
  from (
    select n."memberId", p."courseId", max(n.at) as at
    from "MemberMove" b
      join "CohortMember" o on o.id = b."memberId"
      join "CohortMember" g on g."accountId" = o."accountId" and g.id <> o.id
      join "MemberMove" n on n."memberId" = g.id and n.at = b.at and n."to" = 'active'
      join "CohortCourse" p on p."cohortId" = g."cohortId"
    where b."to" = 'transferred'
      and not exists (select 1 from "CohortCourse" q where q."cohortId" = o."cohortId" and q."courseId" = p."courseId")
    group by 1, 2) s
  group by 1) t
where m.id = t."memberId";
