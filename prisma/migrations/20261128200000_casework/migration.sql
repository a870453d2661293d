-- CreateTable
CREATE TABLE "GridAttempt" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "releaseId" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "handedInAt" TIMESTAMPTZ(3),

    CONSTRAINT "GridAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PracticeDone" (
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "courseId" TEXT,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PracticeDone_pkey" PRIMARY KEY ("accountId","kind","caseId")
);

-- CreateIndex
CREATE UNIQUE INDEX "GridAttempt_accountId_caseId_number_key" ON "GridAttempt"("accountId", "caseId", "number");

-- CreateIndex
CREATE INDEX "GridAttempt_caseId_handedInAt_idx" ON "GridAttempt"("caseId", "handedInAt");

-- CreateIndex
CREATE INDEX "GridAttempt_releaseId_idx" ON "GridAttempt"("releaseId");

-- AddForeignKey
ALTER TABLE "GridAttempt" ADD CONSTRAINT "GridAttempt_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GridAttempt" ADD CONSTRAINT "GridAttempt_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticeDone" ADD CONSTRAINT "PracticeDone_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
