-- AlterTable
ALTER TABLE "SecondFactor" ADD COLUMN     "offered" TEXT,
ADD COLUMN     "offeredAt" TIMESTAMPTZ(3),
ALTER COLUMN "secret" DROP NOT NULL;
