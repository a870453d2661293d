-- AlterTable
ALTER TABLE "GridAttempt" ADD COLUMN     "step" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "writer" UUID;
