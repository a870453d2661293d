-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "language" TEXT;
