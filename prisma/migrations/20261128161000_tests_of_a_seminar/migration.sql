-- The tests before and after a seminar that belongs to no cohort. Their sittings stand beside those of cohorts.
CREATE TABLE "SeminarTests" (
    "seminarId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "releaseId" UUID NOT NULL,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "figuresAt" TIMESTAMPTZ(3),
    "figures" JSONB,

    CONSTRAINT "SeminarTests_pkey" PRIMARY KEY ("seminarId", "courseId")
);
CREATE INDEX "SeminarTests_releaseId_idx" ON "SeminarTests"("releaseId");
ALTER TABLE "SeminarTests" ADD CONSTRAINT "SeminarTests_seminarId_fkey" FOREIGN KEY ("seminarId") REFERENCES "Seminar"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SeminarTests" ADD CONSTRAINT "SeminarTests_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "TestSitting" ALTER COLUMN "cohortId" DROP NOT NULL;
ALTER TABLE "TestSitting" ADD COLUMN "seminarId" UUID;
ALTER TABLE "TestSitting" ADD CONSTRAINT "TestSitting_of_one" CHECK (num_nonnulls("cohortId", "seminarId") = 1);
CREATE UNIQUE INDEX "TestSitting_seminarId_courseId_accountId_form_key" ON "TestSitting"("seminarId", "courseId", "accountId", "form");
ALTER TABLE "TestSitting" ADD CONSTRAINT "TestSitting_seminarId_fkey" FOREIGN KEY ("seminarId") REFERENCES "Seminar"("id") ON DELETE CASCADE ON UPDATE CASCADE;
