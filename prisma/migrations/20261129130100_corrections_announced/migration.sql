-- AlterTable
ALTER TABLE "Release" ADD COLUMN     "changes" JSONB;

-- CreateTable
CREATE TABLE "CorrectionRun" (
    "releaseId" UUID NOT NULL,
    "after" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CorrectionRun_pkey" PRIMARY KEY ("releaseId")
);

-- CreateTable
CREATE TABLE "CorrectionNoted" (
    "accountId" UUID NOT NULL,
    "releaseId" UUID NOT NULL,
    "notedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CorrectionNoted_pkey" PRIMARY KEY ("accountId","releaseId")
);

-- CreateIndex
CREATE INDEX "CorrectionNoted_releaseId_idx" ON "CorrectionNoted"("releaseId");

-- AddForeignKey
ALTER TABLE "CorrectionRun" ADD CONSTRAINT "CorrectionRun_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionNoted" ADD CONSTRAINT "CorrectionNoted_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionNoted" ADD CONSTRAINT "CorrectionNoted_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
