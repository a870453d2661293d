-- A cohort has one or several courses: what was about the course of a cohort now names the course. Each cohort that exists
-- has one, so each row has its course.

-- A course that was added to a cohort that people were in already.
ALTER TABLE "CohortCourse" ADD COLUMN "addedAt" TIMESTAMPTZ(3);

ALTER TABLE "Deadline" ADD COLUMN "courseId" TEXT;
UPDATE "Deadline" d SET "courseId" = c."courseId" FROM "Cohort" c WHERE c.id = d."cohortId";
ALTER TABLE "Deadline" ALTER COLUMN "courseId" SET NOT NULL;
ALTER TABLE "Deadline" DROP CONSTRAINT "Deadline_pkey",
  ADD CONSTRAINT "Deadline_pkey" PRIMARY KEY ("cohortId", "courseId", "step");
ALTER TABLE "Deadline" DROP CONSTRAINT "Deadline_cohortId_fkey";
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_cohortId_courseId_fkey" FOREIGN KEY ("cohortId", "courseId")
  REFERENCES "CohortCourse"("cohortId", "courseId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "TestForms" ADD COLUMN "courseId" TEXT;
UPDATE "TestForms" f SET "courseId" = c."courseId" FROM "Cohort" c WHERE c.id = f."cohortId";
ALTER TABLE "TestForms" ALTER COLUMN "courseId" SET NOT NULL;
ALTER TABLE "TestForms" DROP CONSTRAINT "TestForms_pkey",
  ADD CONSTRAINT "TestForms_pkey" PRIMARY KEY ("cohortId", "courseId");

ALTER TABLE "RecallTest" ADD COLUMN "courseId" TEXT;
UPDATE "RecallTest" r SET "courseId" = c."courseId" FROM "Cohort" c WHERE c.id = r."cohortId";
ALTER TABLE "RecallTest" ALTER COLUMN "courseId" SET NOT NULL;
ALTER TABLE "RecallTest" DROP CONSTRAINT "RecallTest_pkey",
  ADD CONSTRAINT "RecallTest_pkey" PRIMARY KEY ("cohortId", "courseId", "form");

ALTER TABLE "TestSitting" ADD COLUMN "courseId" TEXT;
UPDATE "TestSitting" s SET "courseId" = c."courseId" FROM "Cohort" c WHERE c.id = s."cohortId";
ALTER TABLE "TestSitting" ALTER COLUMN "courseId" SET NOT NULL;
DROP INDEX "TestSitting_cohortId_accountId_form_key";
CREATE UNIQUE INDEX "TestSitting_cohortId_courseId_accountId_form_key"
  ON "TestSitting"("cohortId", "courseId", "accountId", "form");

-- Its figures stay as they are: the course is a new column, and no figure is touched.
ALTER TABLE "ClosedGroup" ADD COLUMN "courseId" TEXT;
ALTER TABLE "ClosedGroup" DISABLE TRIGGER "closed_group_stays";
UPDATE "ClosedGroup" g SET "courseId" = c."courseId" FROM "Cohort" c WHERE c.id = g."cohortId";
ALTER TABLE "ClosedGroup" ENABLE TRIGGER "closed_group_stays";
ALTER TABLE "ClosedGroup" ALTER COLUMN "courseId" SET NOT NULL;
ALTER TABLE "ClosedGroup" DROP CONSTRAINT "ClosedGroup_pkey",
  ADD CONSTRAINT "ClosedGroup_pkey" PRIMARY KEY ("cohortId", "courseId", "answers", "number");

-- The courses of a cohort stand in "CohortCourse" alone.
ALTER TABLE "Cohort" DROP COLUMN "courseId", DROP COLUMN "releaseId", DROP COLUMN "examOpensOn";
