-- CreateTable
CREATE TABLE "ErrorReport" (
    "id" UUID NOT NULL,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL,
    "accountId" UUID,
    "locale" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "courseId" TEXT,
    "releaseId" UUID,
    "lessonId" TEXT,
    "part" TEXT,
    "passageHash" TEXT,
    "passage" TEXT,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "outcome" TEXT,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "sameAsId" UUID,

    CONSTRAINT "ErrorReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ErrorReport_accountId_idx" ON "ErrorReport"("accountId");

-- CreateIndex
CREATE INDEX "ErrorReport_releaseId_idx" ON "ErrorReport"("releaseId");

-- CreateIndex
CREATE INDEX "ErrorReport_answeredById_idx" ON "ErrorReport"("answeredById");

-- CreateIndex
CREATE INDEX "ErrorReport_sameAsId_idx" ON "ErrorReport"("sameAsId");

-- CreateIndex
CREATE INDEX "ErrorReport_reportedAt_idx" ON "ErrorReport"("reportedAt");

-- CreateIndex
CREATE INDEX "ErrorReport_path_part_idx" ON "ErrorReport"("path", "part");

-- AddForeignKey
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ErrorReport" ADD CONSTRAINT "ErrorReport_sameAsId_fkey" FOREIGN KEY ("sameAsId") REFERENCES "ErrorReport"("id") ON DELETE SET NULL ON UPDATE CASCADE;
