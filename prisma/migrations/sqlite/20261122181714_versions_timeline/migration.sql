-- The versions of texts are read as timelines, many rows and nothing of their contents: the large columns go last, for
-- SQLite reads through whatever stands before a column.
CREATE TABLE "new_DocumentVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "upTo" INTEGER NOT NULL DEFAULT 0,
    "authors" TEXT NOT NULL DEFAULT '[]',
    "state" BLOB NOT NULL,
    "content" TEXT NOT NULL
);
INSERT INTO "new_DocumentVersion" ("id", "name", "reason", "label", "at", "personId", "hash", "state", "content")
SELECT "id", "name", "reason", "label", "at", "personId", "hash", "state", "content" FROM "DocumentVersion";
DROP TABLE "DocumentVersion";
ALTER TABLE "new_DocumentVersion" RENAME TO "DocumentVersion";

-- CreateIndex
CREATE INDEX "DocumentVersion_name_at_idx" ON "DocumentVersion"("name", "at");

-- CreateIndex
CREATE INDEX "DocumentVersion_name_upTo_idx" ON "DocumentVersion"("name", "upTo");

-- CreateTable
CREATE TABLE "DocumentWriter" (
    "name" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "lastSeq" INTEGER NOT NULL,
    "at" TEXT NOT NULL,

    PRIMARY KEY ("name", "personId")
);
