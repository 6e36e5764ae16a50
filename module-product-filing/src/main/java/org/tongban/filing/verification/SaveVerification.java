package org.tongban.filing.verification;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.audit.Changes;
import org.tongban.core.draft.Drafts;
import org.tongban.core.form.CheckedDraft;
import org.tongban.core.form.Documents;
import org.tongban.core.form.Forms;
import org.tongban.core.overview.Matters;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.filing.FilingError;

/** Saves what a unit says of itself as far as it has got (PF-5, PF-8); in the transaction under way. */
@Singleton
class SaveVerification {
    private final Applicants applicants;
    private final VerificationRepository verifications;
    private final VerificationFiles files;
    private final PersonalPhones phones;
    private final Forms forms;
    private final Drafts drafts;
    private final Matters matters;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SaveVerification(
            Applicants applicants,
            VerificationRepository verifications,
            VerificationFiles files,
            PersonalPhones phones,
            Forms forms,
            Drafts drafts,
            Matters matters,
            AuditTrail audit,
            BusinessClock clock) {
        this.applicants = applicants;
        this.verifications = verifications;
        this.files = files;
        this.phones = phones;
        this.forms = forms;
        this.drafts = drafts;
        this.matters = matters;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param draft of some version of the kind's form, which may be incomplete */
    Verification save(Caller caller, VerificationKind kind, CheckedDraft draft) {
        var before = lockOrBegin(caller, applicants.owner(caller, kind), kind);
        before.requireEditable();
        var own = forms.draftDocument(before.form(), draft, clock.today());
        var clear = phones.clear(own, kept(before));
        var masked = PersonalPhones.masked(own, clear);
        var after = before.with(
                caller.account(),
                caller.realm(),
                Documents.write(masked),
                phones.seal(clear, before.id()),
                clock.now());
        verifications.store(after);
        var was = Documents.read(before.document());
        files.keep(caller, after.id(), was, masked, elsewhere(after));
        if (after.state() == VerificationState.DRAFT) {
            drafts.keep(VerificationFiles.record(after.id()), caller.account(), after.title());
        }
        matters.put(VerificationMatters.of(after));
        audit.record(VerificationFiles.RECORD, after.id(), Changes.ofDocument(was, masked, forms.schema(after.form())));
        return after;
    }

    /** A change begins with what holds: its masked phones come back as those that are kept. */
    private Map<String, String> kept(Verification before) {
        var own = phones.phones(before);
        if (before.kind() == VerificationKind.CHANGE) {
            verifications.inForce(before.owner()).map(phones::phones).ifPresent(held -> held.forEach(own::putIfAbsent));
        }
        return own;
    }

    /** The files of what holds, which a change may name again. */
    Set<UUID> elsewhere(Verification found) {
        return found.kind() == VerificationKind.CHANGE
                ? verifications
                        .inForce(found.owner())
                        .map(Verification::document)
                        .map(VerificationFiles::of)
                        .orElse(Set.of())
                : Set.of();
    }

    private Verification lockOrBegin(Caller caller, UUID owner, VerificationKind kind) {
        var now = clock.now();
        if (verifications.lockUnderWay(owner, kind).isEmpty()) {
            verifications.add(new Verification(
                    Ids.next(),
                    owner,
                    kind,
                    VerificationState.DRAFT,
                    caller.account(),
                    caller.realm(),
                    forms.newest(kind.form()).definition().id(),
                    Documents.EMPTY,
                    new byte[0],
                    null,
                    null,
                    false,
                    Documents.EMPTY,
                    1,
                    null,
                    now,
                    now));
        }
        return verifications.lockUnderWay(owner, kind).orElseThrow();
    }

    /** Gives a change up that is not in review. */
    void discard(Caller caller) {
        var found = verifications
                .lockUnderWay(applicants.owner(caller, VerificationKind.CHANGE), VerificationKind.CHANGE)
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        found.requireEditable();
        delete(found);
        audit.record(VerificationFiles.RECORD, found.id(), Map.of());
    }

    private void delete(Verification found) {
        verifications.delete(found.id());
        files.discard(found.id());
        drafts.close(VerificationFiles.record(found.id()));
        matters.close(found.id());
    }

    /** Deletes a draft that nobody touched; its files and its draft end elsewhere (CO-37). */
    void expire(UUID id) {
        var found = verifications.lock(id).orElseThrow();
        if (found.state() != VerificationState.DRAFT) {
            throw DomainException.of(FilingError.VERIFICATION_LOCKED);
        }
        verifications.delete(id);
        matters.close(id);
    }
}
