package org.tongban.core.review.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.tongban.core.audit.chain.CanonicalJson;
import org.tongban.core.document.DocumentFact;
import org.tongban.core.document.IssuedDocument;
import org.tongban.core.document.IssuedDocuments;
import org.tongban.core.document.NewDocument;
import org.tongban.core.file.RecordRef;
import org.tongban.core.form.Forms;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.Title;
import org.tongban.core.review.SubmissionReceipts;
import org.tongban.core.review.cases.CaseRepository;
import org.tongban.core.review.cases.CaseTypes;
import org.tongban.core.review.cases.ReviewCase;
import org.tongban.core.review.place.Places;
import org.tongban.core.review.place.Snapshots;
import org.tongban.core.time.BusinessClock;

/** Issues the receipt of a submission when it is first asked for, in the transaction under way (CO-15). */
@Singleton
class Receipts implements SubmissionReceipts {
    /** What a receipt is about; its number is the case's, by which the case itself is found. */
    static final String SUBJECT = "platform/case";

    private static final String TEMPLATE = "platform/receipt-of-submission";
    private static final Title TITLE = new Title("提交回执", "Receipt of a submission");
    private static final DocumentFact NOT_LISTED =
            DocumentFact.onPaper("", new Title("提交内容", "What was handed in"), "本回执未逐项列出，以上述 SHA-256 为准。");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final IssuedDocuments documents;
    private final CaseRepository cases;
    private final CaseTypes types;
    private final Forms forms;
    private final Places places;
    private final HandedIn handedIn;
    private final ModuleRegistry modules;

    Receipts(
            IssuedDocuments documents,
            CaseRepository cases,
            CaseTypes types,
            Forms forms,
            Places places,
            HandedIn handedIn,
            ModuleRegistry modules) {
        this.documents = documents;
        this.cases = cases;
        this.types = types;
        this.forms = forms;
        this.places = places;
        this.handedIn = handedIn;
        this.modules = modules;
    }

    @Override
    public UUID ofSubmission(UUID subject) {
        var id = cases.newestOf(subject).orElseThrow();
        // Locked, so that two who ask at once get one receipt.
        cases.lock(id);
        return of(cases.find(id).orElseThrow());
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
        facts.add(DocumentFact.onPaper(
                "sha256", new Title("提交内容 SHA-256", "SHA-256 of what was handed in"), hash(snapshot)));
        var parts = parts(snapshot, Snapshots.forms(found.forms()));
        facts.addAll(parts.isEmpty() ? List.of(NOT_LISTED) : parts);
        return facts;
    }

    private List<DocumentFact> parts(JsonNode snapshot, Map<String, String> formsByPointer) {
        var records = places.records(snapshot, formsByPointer);
        var parts = new ArrayList<DocumentFact>();
        new TreeMap<>(formsByPointer)
                .forEach((pointer, form) -> forms.find(form).ifPresent(known -> {
                    parts.add(DocumentFact.heading(known.definition().title()));
                    parts.addAll(handedIn.facts(known, Places.at(snapshot, pointer), records));
                }));
        return parts;
    }

    /** Of the one spelling that a document has, so that whoever has the submission can tell that it is this one. */
    private static String hash(JsonNode snapshot) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(CanonicalJson.of(snapshot).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
