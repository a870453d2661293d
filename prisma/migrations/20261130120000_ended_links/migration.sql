-- AlterTable
ALTER TABLE "LinkedIdentity" ALTER COLUMN "subject" DROP NOT NULL,
ADD COLUMN     "endedAt" TIMESTAMPTZ(3);
