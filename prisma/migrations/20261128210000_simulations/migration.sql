-- CreateTable
CREATE TABLE "SimulationRun" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "releaseId" UUID NOT NULL,
    "steps" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SimulationRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SimulationStep" (
    "runId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "choice" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SimulationStep_pkey" PRIMARY KEY ("runId","number")
);

-- CreateIndex
CREATE INDEX "SimulationRun_releaseId_idx" ON "SimulationRun"("releaseId");

-- CreateIndex
CREATE UNIQUE INDEX "SimulationRun_accountId_caseId_number_key" ON "SimulationRun"("accountId", "caseId", "number");

-- AddForeignKey
ALTER TABLE "SimulationRun" ADD CONSTRAINT "SimulationRun_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SimulationRun" ADD CONSTRAINT "SimulationRun_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SimulationStep" ADD CONSTRAINT "SimulationStep_runId_fkey" FOREIGN KEY ("runId") REFERENCES "SimulationRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;
