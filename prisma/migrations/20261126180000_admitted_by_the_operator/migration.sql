-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN     "admitted" BOOLEAN NOT NULL DEFAULT false;
