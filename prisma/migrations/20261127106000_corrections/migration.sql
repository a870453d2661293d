-- AlterTable
ALTER TABLE "Release" ADD COLUMN     "correctedById" UUID;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_correctedById_fkey" FOREIGN KEY ("correctedById") REFERENCES "Release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "PracticeAnswer" ADD COLUMN     "releaseId" UUID;

-- No release was read in place of another until now: what was answered stood in the release of the enrolment.
UPDATE "PracticeAnswer" p SET "releaseId" = e."releaseId" FROM "Enrolment" e WHERE e.id = p."enrolmentId";
ALTER TABLE "PracticeAnswer" ALTER COLUMN "releaseId" SET NOT NULL;

-- AddForeignKey
ALTER TABLE "PracticeAnswer" ADD CONSTRAINT "PracticeAnswer_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "TestForms" ADD COLUMN     "releaseId" UUID;

-- Tests were drawn from the release of their cohort.
UPDATE "TestForms" f SET "releaseId" = c."releaseId" FROM "Cohort" c WHERE c.id = f."cohortId";
ALTER TABLE "TestForms" ALTER COLUMN "releaseId" SET NOT NULL;

-- AddForeignKey
ALTER TABLE "TestForms" ADD CONSTRAINT "TestForms_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
