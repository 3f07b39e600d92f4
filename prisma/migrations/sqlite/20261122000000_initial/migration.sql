-- CreateTable
CREATE TABLE "RecordEntry" (
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "commandId" TEXT NOT NULL,
    "commandPart" INTEGER NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    PRIMARY KEY ("stream", "seq"),
    CHECK ("seq" >= 1 AND "commandPart" >= 0),
    CHECK (length("hash") = 64 AND length("previousHash") = 64),
    CHECK (json_valid("payload"))
);

-- CreateTable
CREATE TABLE "StreamHead" (
    "stream" TEXT NOT NULL PRIMARY KEY,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AccessEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Jurisdiction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "parentId" TEXT,
    "caseMark" TEXT NOT NULL,
    "minutesMark" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "Body" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "jurisdictionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parentId" TEXT,
    "ordinal" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userName" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bodyId" TEXT,
    "office" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "language" TEXT NOT NULL DEFAULT 'zh-CN',
    "mustChange" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "RoleTerm" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "bodyId" TEXT,
    "from" TEXT NOT NULL,
    "until" TEXT,
    CONSTRAINT "RoleTerm_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "attributes" TEXT NOT NULL DEFAULT '{}',
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseRow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "jurisdictionId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "subjects" TEXT NOT NULL,
    "bodyIds" TEXT NOT NULL,
    "personIds" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "registeredAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "MeetingRow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "startsAt" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "chairId" TEXT NOT NULL,
    "personIds" TEXT NOT NULL,
    "caseIds" TEXT NOT NULL,
    "minutesId" TEXT
);

-- CreateTable
CREATE TABLE "MinutesRow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "meetingId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "number" TEXT,
    "year" INTEGER,
    "ordinal" INTEGER,
    "issuedAt" TEXT,
    "caseIds" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "RecusalRow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "meetingId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "personId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "stream" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "bodyId" TEXT,
    "role" TEXT,
    "subject" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "dueAt" TEXT,
    "openedAt" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Counter" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" INTEGER NOT NULL,
    CHECK ("value" >= 1)
);

-- CreateTable
CREATE TABLE "PollBox" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "stream" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    CHECK ("method" IN ('named', 'secret')),
    CHECK ("status" IN ('open', 'closed', 'void'))
);

-- CreateTable
CREATE TABLE "PollRoll" (
    "pollId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "voted" BOOLEAN NOT NULL DEFAULT false,
    "commandId" TEXT,
    "receipt" TEXT,

    PRIMARY KEY ("pollId", "personId")
);

-- CreateTable
CREATE TABLE "PollBallot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pollId" TEXT NOT NULL,
    "personId" TEXT,
    "choice" TEXT NOT NULL
-- A hidden rowid would keep the order of casting; the random key is the only order here.
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "DocumentUpdate" (
    "name" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "data" BLOB NOT NULL,
    "checksum" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TEXT NOT NULL,

    PRIMARY KEY ("name", "seq")
);

-- CreateTable
CREATE TABLE "DocumentSnapshot" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "upTo" INTEGER NOT NULL,
    "data" BLOB NOT NULL,
    "checksum" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "DocumentVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "state" BLOB NOT NULL,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "RecordEntry_type_idx" ON "RecordEntry"("type");

-- CreateIndex
CREATE UNIQUE INDEX "RecordEntry_stream_commandId_commandPart_key" ON "RecordEntry"("stream", "commandId", "commandPart");

-- CreateIndex
CREATE INDEX "AccessEntry_subject_at_idx" ON "AccessEntry"("subject", "at");

-- CreateIndex
CREATE INDEX "AccessEntry_personId_at_idx" ON "AccessEntry"("personId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Person_userName_key" ON "Person"("userName");

-- CreateIndex
CREATE INDEX "RoleTerm_personId_idx" ON "RoleTerm"("personId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "CaseRow_stage_idx" ON "CaseRow"("stage");

-- CreateIndex
CREATE INDEX "CaseRow_updatedAt_idx" ON "CaseRow"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CaseRow_jurisdictionId_year_ordinal_key" ON "CaseRow"("jurisdictionId", "year", "ordinal");

-- CreateIndex
CREATE INDEX "MeetingRow_startsAt_idx" ON "MeetingRow"("startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "MinutesRow_meetingId_key" ON "MinutesRow"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "MinutesRow_number_key" ON "MinutesRow"("number");

-- CreateIndex
CREATE INDEX "RecusalRow_caseId_idx" ON "RecusalRow"("caseId");

-- CreateIndex
CREATE INDEX "RecusalRow_personId_idx" ON "RecusalRow"("personId");

-- CreateIndex
CREATE INDEX "Task_stream_idx" ON "Task"("stream");

-- CreateIndex
CREATE INDEX "Task_personId_idx" ON "Task"("personId");

-- CreateIndex
CREATE INDEX "Task_bodyId_idx" ON "Task"("bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "PollBallot_pollId_personId_key" ON "PollBallot"("pollId", "personId");

-- CreateIndex
CREATE INDEX "DocumentVersion_name_at_idx" ON "DocumentVersion"("name", "at");

-- The record is only ever added to. `INSERT OR REPLACE` removes rows without firing DELETE triggers, so the
-- place of an entry is looked at before the insert too.

CREATE TRIGGER "RecordEntry_no_update" BEFORE UPDATE ON "RecordEntry"
BEGIN
    SELECT RAISE(ABORT, 'RecordEntry is append-only: UPDATE refused');
END;

CREATE TRIGGER "RecordEntry_no_delete" BEFORE DELETE ON "RecordEntry"
BEGIN
    SELECT RAISE(ABORT, 'RecordEntry is append-only: DELETE refused');
END;

CREATE TRIGGER "AccessEntry_no_update" BEFORE UPDATE ON "AccessEntry"
BEGIN
    SELECT RAISE(ABORT, 'AccessEntry is append-only: UPDATE refused');
END;

CREATE TRIGGER "AccessEntry_no_delete" BEFORE DELETE ON "AccessEntry"
BEGIN
    SELECT RAISE(ABORT, 'AccessEntry is append-only: DELETE refused');
END;

CREATE TRIGGER "RecordEntry_no_replace" BEFORE INSERT ON "RecordEntry"
WHEN EXISTS (
    SELECT 1 FROM "RecordEntry" WHERE "stream" = NEW."stream" AND "seq" = NEW."seq"
) OR EXISTS (
    SELECT 1 FROM "RecordEntry"
    WHERE "stream" = NEW."stream" AND "commandId" = NEW."commandId" AND "commandPart" = NEW."commandPart"
)
BEGIN
    SELECT RAISE(ABORT, 'RecordEntry is append-only: REPLACE refused');
END;

CREATE TRIGGER "AccessEntry_no_replace" BEFORE INSERT ON "AccessEntry"
WHEN EXISTS (SELECT 1 FROM "AccessEntry" WHERE "id" = NEW."id")
BEGIN
    SELECT RAISE(ABORT, 'AccessEntry is append-only: REPLACE refused');
END;
