package org.tongban.core.document;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.RecordRef;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Tongban;
import org.tongban.trial.Notes;

/** Issues documents as a module does, for one test each. */
final class Issuer {
    static final String PUBLIC = "/api/platform/v1/public/documents/";

    private final Tongban tongban;

    Issuer(Tongban tongban) {
        this.tongban = tongban;
    }

    IssuedDocuments documents() {
        return tongban.context().getBean(IssuedDocuments.class);
    }

    <T> T inOne(Supplier<T> transaction) {
        return tongban.context().getBean(Transactions.class).write(transaction);
    }

    LocalDate today() {
        return tongban.context().getBean(BusinessClock.class).today();
    }

    NewDocument document(LocalDate from, @Nullable LocalDate until) {
        return new NewDocument(
                "trial/approval",
                inOne(() -> tongban.context().getBean(Numbers.class).next("TN")),
                new Title("记录登记证书", "Certificate of a note"),
                "某单位",
                "试验中心",
                null,
                new RecordRef("trial/note", UUID.randomUUID()),
                from,
                until,
                List.of(DocumentFact.shown("note", new Title("记录名称", "Note"), "甲")));
    }

    IssuedDocument issued(LocalDate from, @Nullable LocalDate until) {
        return inOne(() -> documents().issue(document(from, until)));
    }

    IssuedDocument superseded(IssuedDocument former, NewDocument by) {
        return inOne(() -> documents().supersede(former.id(), by));
    }

    void revoke(IssuedDocument document) {
        inOne(() -> {
            documents().revoke(document.id());
            return document;
        });
    }

    void reinstate(IssuedDocument document) {
        inOne(() -> {
            documents().reinstate(document.id());
            return document;
        });
    }

    /** As anybody is told at this moment. */
    String state(IssuedDocument document) {
        return Notes.right(tongban.anonymous().get(PUBLIC + document.code()), 200)
                .json()
                .path("state")
                .asText();
    }
}
