-- CreateTable
CREATE TABLE "Cohort" (
    "id" UUID NOT NULL,
    "institutionId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "releaseId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "examOpensOn" DATE,
    "seats" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),
    "copiedFromId" UUID,

    CONSTRAINT "Cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortTutor" (
    "cohortId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CohortTutor_pkey" PRIMARY KEY ("cohortId","accountId")
);

-- CreateTable
CREATE TABLE "Deadline" (
    "cohortId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,

    CONSTRAINT "Deadline_pkey" PRIMARY KEY ("cohortId","step")
);

-- CreateTable
CREATE TABLE "CohortMember" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "accountId" UUID,
    "email" TEXT NOT NULL,
    "nameArabic" TEXT NOT NULL,
    "nameLatin" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "statusSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CohortMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberMove" (
    "id" BIGSERIAL NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "byId" UUID,
    "reason" TEXT,

    CONSTRAINT "MemberMove_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Cohort_institutionId_startsOn_idx" ON "Cohort"("institutionId", "startsOn");

-- CreateIndex
CREATE INDEX "Cohort_releaseId_idx" ON "Cohort"("releaseId");

-- CreateIndex
CREATE INDEX "Cohort_copiedFromId_idx" ON "Cohort"("copiedFromId");

-- CreateIndex
CREATE INDEX "CohortTutor_accountId_idx" ON "CohortTutor"("accountId");

-- CreateIndex
CREATE INDEX "CohortMember_accountId_idx" ON "CohortMember"("accountId");

-- CreateIndex
CREATE INDEX "CohortMember_cohortId_status_idx" ON "CohortMember"("cohortId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "CohortMember_cohortId_email_key" ON "CohortMember"("cohortId", "email");

-- CreateIndex
CREATE INDEX "MemberMove_memberId_at_idx" ON "MemberMove"("memberId", "at");

-- CreateIndex
CREATE INDEX "MemberMove_byId_idx" ON "MemberMove"("byId");

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_copiedFromId_fkey" FOREIGN KEY ("copiedFromId") REFERENCES "Cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortTutor" ADD CONSTRAINT "CohortTutor_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortTutor" ADD CONSTRAINT "CohortTutor_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortMember" ADD CONSTRAINT "CohortMember_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortMember" ADD CONSTRAINT "CohortMember_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberMove" ADD CONSTRAINT "MemberMove_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "CohortMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberMove" ADD CONSTRAINT "MemberMove_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
