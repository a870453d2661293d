-- When somebody put the first steps of a cohort aside; null: its page shows those that are left.
ALTER TABLE "Cohort" ADD COLUMN "stepsEndedAt" TIMESTAMPTZ(3);

-- Until now they were shown as long as nobody was in the cohort.
UPDATE "Cohort" c SET "stepsEndedAt" = now() WHERE EXISTS (SELECT 1 FROM "CohortMember" m WHERE m."cohortId" = c.id);
