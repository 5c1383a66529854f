-- CreateTable
CREATE TABLE "ProjectBlob" (
    "projectId" TEXT NOT NULL,
    "blobId" TEXT NOT NULL,

    CONSTRAINT "ProjectBlob_pkey" PRIMARY KEY ("projectId","blobId")
);

-- What the revisions that are there name
INSERT INTO "ProjectBlob" ("projectId", "blobId")
SELECT DISTINCT "Revision"."projectId", "Blob".id
FROM "Revision", jsonb_array_elements("Revision".tree) entry JOIN "Blob" ON "Blob".id = entry->>1;

-- CreateIndex
CREATE INDEX "ProjectBlob_blobId_idx" ON "ProjectBlob"("blobId");

-- AddForeignKey
ALTER TABLE "ProjectBlob" ADD CONSTRAINT "ProjectBlob_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectBlob" ADD CONSTRAINT "ProjectBlob_blobId_fkey" FOREIGN KEY ("blobId") REFERENCES "Blob"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The database itself writes down what a revision names: an older process, which knows nothing of it, may still be saving
CREATE FUNCTION note_blobs_of_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ProjectBlob" ("projectId", "blobId")
  SELECT DISTINCT NEW."projectId", entry->>1 FROM jsonb_array_elements(NEW.tree) entry
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER note_blobs AFTER INSERT ON "Revision" FOR EACH ROW EXECUTE FUNCTION note_blobs_of_revision();
