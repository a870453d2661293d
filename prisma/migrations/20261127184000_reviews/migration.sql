CREATE TABLE "ReviewPlan" (
    "accountId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "startedOn" DATE NOT NULL,
    "pausedUntil" DATE,
    "stoppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReviewPlan_pkey" PRIMARY KEY ("accountId", "courseId")
);

CREATE TABLE "ReviewCard" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "turn" INTEGER NOT NULL DEFAULT 1,
    "dueOn" DATE,

    CONSTRAINT "ReviewCard_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "ReviewCard_accountId_courseId_questionId_key" ON "ReviewCard"("accountId", "courseId", "questionId");

CREATE INDEX "ReviewCard_dueOn_idx" ON "ReviewCard"("dueOn");

CREATE TABLE "ReviewAnswer" (
    "cardId" UUID NOT NULL,
    "turn" INTEGER NOT NULL,
    "releaseId" UUID NOT NULL,
    "answer" JSONB NOT NULL,
    "certainty" TEXT,
    "right" BOOLEAN NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewAnswer_pkey" PRIMARY KEY ("cardId", "turn")
);

CREATE INDEX "ReviewAnswer_releaseId_idx" ON "ReviewAnswer"("releaseId");

ALTER TABLE "ReviewPlan" ADD CONSTRAINT "ReviewPlan_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ReviewCard" ADD CONSTRAINT "ReviewCard_accountId_courseId_fkey" FOREIGN KEY ("accountId", "courseId") REFERENCES "ReviewPlan"("accountId", "courseId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ReviewAnswer" ADD CONSTRAINT "ReviewAnswer_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "ReviewCard"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ReviewAnswer" ADD CONSTRAINT "ReviewAnswer_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
