-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "cohortId" UUID;

-- CreateTable
CREATE TABLE "ClosedGroup" (
    "cohortId" UUID NOT NULL,
    "releaseId" UUID NOT NULL,
    "answers" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "ClosedGroup_pkey" PRIMARY KEY ("cohortId","answers","number")
);

-- Of each attempt that stands, the cohort of its course in which its person took part when she began it: where she stood then
-- is the last of her moves until then. Of several the one that she joined first, those that were not over before the others.
UPDATE "Attempt" a SET "cohortId" = (
  SELECT m."cohortId"
  FROM "Enrolment" e
    JOIN "CohortMember" m ON m."accountId" = e."accountId"
    JOIN "Cohort" c ON c.id = m."cohortId" AND c."courseId" = e."courseId"
    JOIN LATERAL (
      SELECT v."to" FROM "MemberMove" v WHERE v."memberId" = m.id AND v.at <= a."startedAt"
      ORDER BY v.at DESC, v.id DESC LIMIT 1) s ON s."to" = 'active'
  WHERE e.id = a."enrolmentId"
  ORDER BY
    coalesce(c."archivedAt" <= a."startedAt", false)
      OR c."endsOn" < (a."startedAt" AT TIME ZONE 'Africa/Casablanca')::date,
    (SELECT min(v.at) FROM "MemberMove" v WHERE v."memberId" = m.id AND v."to" = 'active'),
    m.id
  LIMIT 1);

-- CreateIndex
CREATE INDEX "ClosedGroup_releaseId_idx" ON "ClosedGroup"("releaseId");

-- CreateIndex
CREATE INDEX "Attempt_cohortId_handedInAt_idx" ON "Attempt"("cohortId", "handedInAt");

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClosedGroup" ADD CONSTRAINT "ClosedGroup_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClosedGroup" ADD CONSTRAINT "ClosedGroup_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A group that has closed does not change: its figures may have been read and cited.
CREATE FUNCTION "closed_group_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a closed group does not change';
END
$$;
CREATE TRIGGER "closed_group_stays" BEFORE UPDATE ON "ClosedGroup"
  FOR EACH ROW EXECUTE FUNCTION "closed_group_stays"();

-- Nor does what an attempt counts for: a transfer carries nothing over.
CREATE FUNCTION "attempt_keeps_its_cohort"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an attempt counts for the cohort in which it was begun';
END
$$;
CREATE TRIGGER "attempt_keeps_its_cohort" BEFORE UPDATE ON "Attempt"
  FOR EACH ROW WHEN (OLD."cohortId" IS DISTINCT FROM NEW."cohortId") EXECUTE FUNCTION "attempt_keeps_its_cohort"();
