-- CreateTable
CREATE TABLE "PassageNote" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "releaseId" UUID NOT NULL,
    "passage" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "section" JSONB,
    "words" JSONB NOT NULL,
    "text" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "bookmarkedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PassageNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PassageNote_accountId_courseId_lessonId_hash_passage_key" ON "PassageNote"("accountId", "courseId", "lessonId", "hash", "passage");

-- CreateIndex
CREATE INDEX "PassageNote_releaseId_idx" ON "PassageNote"("releaseId");

-- AddForeignKey
ALTER TABLE "PassageNote" ADD CONSTRAINT "PassageNote_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassageNote" ADD CONSTRAINT "PassageNote_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
