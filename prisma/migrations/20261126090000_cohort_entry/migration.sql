-- CreateTable
CREATE TABLE "CohortEntry" (
    "cohortId" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "code" TEXT,
    "domains" TEXT[],
    "approval" BOOLEAN NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CohortEntry_pkey" PRIMARY KEY ("cohortId")
);

-- CreateIndex
CREATE UNIQUE INDEX "CohortEntry_code_key" ON "CohortEntry"("code");

-- CreateIndex
CREATE INDEX "CohortEntry_domains_idx" ON "CohortEntry" USING GIN ("domains");

-- AddForeignKey
ALTER TABLE "CohortEntry" ADD CONSTRAINT "CohortEntry_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;
