CREATE TABLE "CalendarFeed" (
    "accountId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("accountId")
);

CREATE TABLE "OwnReminder" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "lessonId" TEXT,
    "day" DATE,
    "weekday" INTEGER,
    "hour" INTEGER NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OwnReminder_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "TryAgain" (
    "attemptId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "TryAgain_pkey" PRIMARY KEY ("attemptId")
);

CREATE UNIQUE INDEX "CalendarFeed_hash_key" ON "CalendarFeed"("hash");
CREATE INDEX "OwnReminder_accountId_idx" ON "OwnReminder"("accountId");
CREATE INDEX "OwnReminder_nextAt_idx" ON "OwnReminder"("nextAt");
CREATE INDEX "TryAgain_opensAt_idx" ON "TryAgain"("opensAt");

ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "OwnReminder" ADD CONSTRAINT "OwnReminder_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TryAgain" ADD CONSTRAINT "TryAgain_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;
