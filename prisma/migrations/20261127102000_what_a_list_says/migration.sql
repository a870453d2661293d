-- AlterTable
ALTER TABLE "CohortMember" ADD COLUMN     "institution" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "ImportRun" ADD COLUMN     "columns" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "ImportRow" ADD COLUMN     "institution" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "outcome" TEXT;
