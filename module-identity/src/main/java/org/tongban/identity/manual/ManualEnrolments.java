package org.tongban.identity.manual;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.UnitCode;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.form.Documents;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.state.State;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.identity.IdentityError;
import org.tongban.identity.manual.ManualRepository.ManualRow;

/** Manual enrolments, each document sealed as a whole; joins the transaction under way. */
@Singleton
public class ManualEnrolments {
    /** The kind of record that holds the images. */
    static final String RECORD = "identity/manual-enrolment";

    private static final String DOCUMENT = "identity.manual_enrolment.document";
    private static final String NUMBER = "identity.manual_enrolment.number";
    private static final String PHONE = "identity.manual_enrolment.phone";

    private final ManualRepository repository;
    private final MasterKey masterKey;

    ManualEnrolments(ManualRepository repository, MasterKey masterKey) {
        this.repository = repository;
        this.masterKey = masterKey;
    }

    /**
     * Keeps what was handed in.
     *
     * @throws DomainException {@link IdentityError#APPLICATION_PENDING} (ID-17) or
     *     {@link IdentityError#PHONE_TAKEN_IN_ORGANISATION} (ID-16), where the unit has a code
     */
    ManualEnrolment add(UUID id, UUID account, ManualDocument document, Instant at) {
        var number = numberIndex(document.handlerDocument());
        var unit = key(document);
        int added = repository.insert(
                id,
                account,
                document.kind().code(),
                unit,
                number,
                masterKey.blindIndex(document.phone(), PHONE),
                sealed(id, document),
                at);
        if (added == 0) {
            throw taken(unit, number);
        }
        return find(id).orElseThrow();
    }

    /** Stores it with a corrected document; refuses as {@link #add} does. */
    void resubmit(ManualEnrolment resubmitted) {
        var document = resubmitted.document();
        var unit = key(document);
        int stored = repository.resubmit(
                resubmitted.id(),
                resubmitted.state().code(),
                unit,
                sealed(resubmitted.id(), document),
                resubmitted.submittedAt(),
                resubmitted.version());
        if (stored == 0) {
            throw taken(unit, numberIndex(document.handlerDocument()));
        }
    }

    /** Whether no other one of the unit that is not decided on has the phone, in E.164; it is this one's from then on. */
    boolean movePhone(UUID id, String phone) {
        return repository.movePhone(id, masterKey.blindIndex(phone, PHONE)) > 0;
    }

    /** Stores a decision, by an officer, by the applicant or by time. */
    void decide(ManualEnrolment decided) {
        repository.decide(
                decided.id(),
                decided.state().code(),
                decided.decidedAt(),
                decided.reason(),
                decided.organisation(),
                decided.version());
    }

    ManualEnrolment noteCase(ManualEnrolment enrolment, String number) {
        repository.noteCase(enrolment.id(), number);
        return enrolment.inCase(number);
    }

    Optional<ManualEnrolment> find(UUID id) {
        return repository.ofId(id).map(this::opened);
    }

    /** The same, which stays as it is until the transaction ends. */
    Optional<ManualEnrolment> lock(UUID id) {
        return repository.lock(id).map(this::opened);
    }

    /** That of an account, which the account alone may see. */
    Optional<ManualEnrolment> ofAccount(UUID account) {
        return repository.ofAccount(account).map(this::opened);
    }

    /**
     * Where the unit of a handler's account stands that an officer verifies.
     *
     * @param unit what it is called
     * @param handler the name of the account's person
     * @param reason why it was returned
     * @param link where the applicant reads and corrects it
     */
    public record Standing(
            UUID id,
            String unit,
            String handler,
            IdDocument document,
            String number,
            ManualState state,
            @Nullable String reason,
            String link) {
        /** Whether the applicant has to hand it in again. */
        public boolean awaitsApplicant() {
            return state == ManualState.RETURNED;
        }

        @Override
        public String toString() {
            return "Standing[" + id + "]";
        }
    }

    /** Where that of an account stands; empty where the account came by another way. */
    public Optional<Standing> standing(UUID account) {
        return ofAccount(account)
                .map(found -> new Standing(
                        found.id(),
                        found.document().name(),
                        found.document().handlerName(),
                        found.document().handlerDocument(),
                        found.caseNumber(),
                        found.state(),
                        found.reason(),
                        found.link()));
    }

    /** That of an id, of the caller's own. */
    ManualEnrolment own(Caller caller, UUID id) {
        return lock(id).filter(enrolment -> enrolment.account().equals(caller.account()))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** Those that were returned before a moment and have not come back. */
    List<UUID> returnedBefore(Instant before, int most) {
        return repository.returnedBefore(before, most);
    }

    private DomainException taken(@Nullable String unit, byte[] number) {
        boolean pending = unit != null && repository.isPending(unit, number);
        return DomainException.of(
                pending ? IdentityError.APPLICATION_PENDING : IdentityError.PHONE_TAKEN_IN_ORGANISATION);
    }

    private static @Nullable String key(ManualDocument document) {
        var code = document.code();
        return code instanceof UnitCode.None ? null : code.text();
    }

    private byte[] numberIndex(IdDocument document) {
        return masterKey.blindIndex(document.kind().code() + "/" + document.value(), NUMBER);
    }

    private byte[] sealed(UUID id, ManualDocument document) {
        return masterKey.seal(Documents.write(document.json()), DOCUMENT + id).bytes();
    }

    private ManualEnrolment opened(ManualRow row) {
        var text = masterKey.openText(Encrypted.of(row.document()), DOCUMENT + row.id());
        return new ManualEnrolment(
                row.id(),
                row.account(),
                State.of(ManualState.class, row.state()),
                new ManualDocument(ManualKind.of(row.kind()), Documents.read(text)),
                row.caseNumber(),
                row.submittedAt(),
                row.decidedAt(),
                row.reason(),
                row.organisation(),
                row.version());
    }
}
