-- CreateTable
CREATE TABLE "CohortCourse" (
    "cohortId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "releaseId" UUID NOT NULL,
    "examOpensOn" DATE,

    CONSTRAINT "CohortCourse_pkey" PRIMARY KEY ("cohortId","courseId")
);

-- A cohort that exists has the one course that it had.
INSERT INTO "CohortCourse" ("cohortId", "courseId", "position", "releaseId", "examOpensOn")
SELECT id, "courseId", 1, "releaseId", "examOpensOn" FROM "Cohort";

-- CreateIndex
CREATE INDEX "CohortCourse_courseId_idx" ON "CohortCourse"("courseId");

-- CreateIndex
CREATE INDEX "CohortCourse_releaseId_idx" ON "CohortCourse"("releaseId");

-- AddForeignKey
ALTER TABLE "CohortCourse" ADD CONSTRAINT "CohortCourse_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortCourse" ADD CONSTRAINT "CohortCourse_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
