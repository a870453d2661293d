-- CreateTable
CREATE TABLE "SharedRun" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "releaseId" UUID NOT NULL,
    "steps" INTEGER NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "debriefAt" TIMESTAMPTZ(3),

    CONSTRAINT "SharedRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SharedSeat" (
    "runId" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SharedSeat_pkey" PRIMARY KEY ("runId","seat")
);

-- CreateTable
CREATE TABLE "SharedStep" (
    "runId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "choice" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SharedStep_pkey" PRIMARY KEY ("runId","number")
);

-- CreateIndex
CREATE INDEX "SharedRun_cohortId_idx" ON "SharedRun"("cohortId");

-- CreateIndex
CREATE INDEX "SharedRun_releaseId_idx" ON "SharedRun"("releaseId");

-- CreateIndex
CREATE INDEX "SharedSeat_accountId_idx" ON "SharedSeat"("accountId");

-- AddForeignKey
ALTER TABLE "SharedRun" ADD CONSTRAINT "SharedRun_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedRun" ADD CONSTRAINT "SharedRun_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedSeat" ADD CONSTRAINT "SharedSeat_runId_fkey" FOREIGN KEY ("runId") REFERENCES "SharedRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedSeat" ADD CONSTRAINT "SharedSeat_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedStep" ADD CONSTRAINT "SharedStep_runId_fkey" FOREIGN KEY ("runId") REFERENCES "SharedRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;
