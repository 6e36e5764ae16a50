package org.tongban.trial;

import jakarta.inject.Singleton;
import java.util.List;
import org.tongban.core.document.DocumentFact;
import org.tongban.core.document.IssuedDocument;
import org.tongban.core.document.IssuedDocuments;
import org.tongban.core.document.NewDocument;
import org.tongban.core.file.RecordRef;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;

/** Issues the certificate of an approved note, in the transaction of the approval. */
@Singleton
class CertifyNote {
    private static final String TEMPLATE = "trial/approval";

    private final IssuedDocuments documents;
    private final Numbers numbers;
    private final BusinessClock clock;

    CertifyNote(IssuedDocuments documents, Numbers numbers, BusinessClock clock) {
        this.documents = documents;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** A certificate for a year. */
    IssuedDocument certify(Note note) {
        return documents.issue(new NewDocument(
                TEMPLATE,
                numbers.next("TN"),
                new Title("记录登记证书", "Certificate of a note"),
                "持有人 " + note.name(),
                "试验中心",
                note.owner(),
                new RecordRef(WriteNote.RECORD, note.id()),
                clock.today(),
                clock.today().plusYears(1).minusDays(1),
                List.of(
                        DocumentFact.shown("note", new Title("记录名称", "Note"), note.name()),
                        DocumentFact.onPaper("amount", new Title("数量", "Amount"), Integer.toString(note.amount())))));
    }
}
