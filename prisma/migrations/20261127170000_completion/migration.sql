-- AlterTable
ALTER TABLE "LessonState" ADD COLUMN     "endReached" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "takenBackAt" TIMESTAMPTZ(3);
