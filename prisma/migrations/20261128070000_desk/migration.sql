-- CreateTable
CREATE TABLE "CohortStanding" (
    "cohortId" UUID NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,
    "basis" TEXT NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "CohortStanding_pkey" PRIMARY KEY ("cohortId")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "name" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("name")
);

-- AddForeignKey
ALTER TABLE "CohortStanding" ADD CONSTRAINT "CohortStanding_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;
