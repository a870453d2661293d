-- AlterTable
ALTER TABLE "Seminar" ADD COLUMN "proceedingsAt" TIMESTAMPTZ(3),
ADD COLUMN "participation" JSONB;
