-- AlterTable
ALTER TABLE "AttemptQuestion" ADD COLUMN     "certaintySeq" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "flaggedSeq" BIGINT NOT NULL DEFAULT 0;

-- What stands was ordered by one number.
UPDATE "AttemptQuestion" SET "certaintySeq" = "savedSeq", "flaggedSeq" = "savedSeq"
WHERE "savedSeq" > 0;
