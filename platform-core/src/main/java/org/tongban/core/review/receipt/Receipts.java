package org.tongban.core.review.receipt;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.tongban.core.document.DocumentFact;
import org.tongban.core.document.IssuedDocument;
import org.tongban.core.document.IssuedDocuments;
import org.tongban.core.document.NewDocument;
import org.tongban.core.file.RecordRef;
import org.tongban.core.form.Forms;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.Title;
import org.tongban.core.review.cases.CaseTypes;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.place.Places;
import org.tongban.core.review.place.Snapshots;
import org.tongban.core.time.BusinessClock;

/** Issues the receipt of a submission when it is first asked for, in the transaction under way (CO-15). */
@Singleton
class Receipts {
    /** What a receipt is about; its number is the case's, by which the case itself is found. */
    static final String SUBJECT = "platform/case";

    private static final String TEMPLATE = "platform/receipt-of-submission";
    private static final Title TITLE = new Title("提交回执", "Receipt of a submission");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final IssuedDocuments documents;
    private final CaseTypes types;
    private final Forms forms;
    private final HandedIn handedIn;
    private final ModuleRegistry modules;

    Receipts(IssuedDocuments documents, CaseTypes types, Forms forms, HandedIn handedIn, ModuleRegistry modules) {
        this.documents = documents;
        this.types = types;
        this.forms = forms;
        this.handedIn = handedIn;
        this.modules = modules;
    }

    /** The receipt's document; the caller has locked the case, so that there is one. */
    UUID of(ReviewCase found) {
        return documents
                .latest(found.id(), TEMPLATE)
                .map(IssuedDocument::id)
                .orElseGet(() -> documents.issue(receipt(found)).id());
    }

    private NewDocument receipt(ReviewCase found) {
        return new NewDocument(
                TEMPLATE,
                found.number(),
                TITLE,
                "",
                issuer(found),
                found.submittedBy(),
                new RecordRef(SUBJECT, found.id()),
                LocalDate.ofInstant(found.submittedAt(), BusinessClock.ZONE),
                null,
                facts(found));
    }

    private String issuer(ReviewCase found) {
        var module = found.type().substring(0, found.type().indexOf('.'));
        return modules.modules().stream()
                .map(Installed::descriptor)
                .filter(one -> one.id().equals(module))
                .map(one -> one.title().zh())
                .findFirst()
                .orElse(module);
    }

    private List<DocumentFact> facts(ReviewCase found) {
        var facts = new ArrayList<DocumentFact>();
        var type = types.of(found.type()).title();
        facts.add(DocumentFact.shown("type", new Title("办理事项", "Procedure"), type.zh()));
        facts.add(DocumentFact.onPaper("title", new Title("名称", "Title"), found.title()));
        facts.add(DocumentFact.shown(
                "submitted-at",
                new Title("提交时间", "Handed in at"),
                TIME.format(found.submittedAt().atZone(BusinessClock.ZONE))));
        var snapshot = Snapshots.tree(found.snapshot());
        new TreeMap<>(Snapshots.forms(found.forms()))
                .forEach((pointer, form) -> forms.find(form).ifPresent(known -> {
                    facts.add(DocumentFact.heading(known.definition().title()));
                    facts.addAll(handedIn.facts(known, Places.at(snapshot, pointer)));
                }));
        return facts;
    }
}
