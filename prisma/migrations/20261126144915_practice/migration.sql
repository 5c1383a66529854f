-- CreateTable
CREATE TABLE "PracticeRecord" (
    "key" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "grant" TEXT,
    "uid" TEXT,
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "PracticeRecord_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "PracticeRecord_grant_idx" ON "PracticeRecord"("grant");

-- CreateIndex
CREATE INDEX "PracticeRecord_uid_idx" ON "PracticeRecord"("uid");

-- CreateIndex
CREATE INDEX "PracticeRecord_expiresAt_idx" ON "PracticeRecord"("expiresAt");
