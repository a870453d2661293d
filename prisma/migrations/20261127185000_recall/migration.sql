-- CreateTable
CREATE TABLE "RecallTest" (
    "cohortId" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "releaseId" UUID NOT NULL,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "questions" JSONB NOT NULL,

    CONSTRAINT "RecallTest_pkey" PRIMARY KEY ("cohortId","form")
);

-- CreateIndex
CREATE INDEX "RecallTest_releaseId_idx" ON "RecallTest"("releaseId");

-- CreateIndex
CREATE INDEX "RecallTest_closesAt_idx" ON "RecallTest"("closesAt");

-- AddForeignKey
ALTER TABLE "RecallTest" ADD CONSTRAINT "RecallTest_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecallTest" ADD CONSTRAINT "RecallTest_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A sitting may be of a test that measures what is remembered: its cohort need not have the other two.
ALTER TABLE "TestSitting" DROP CONSTRAINT "TestSitting_cohortId_fkey";

-- AddForeignKey
ALTER TABLE "TestSitting" ADD CONSTRAINT "TestSitting_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
