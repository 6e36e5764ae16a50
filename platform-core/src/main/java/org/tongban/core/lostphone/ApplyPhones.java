package org.tongban.core.lostphone;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.account.Contacts;
import org.tongban.core.account.Credentials;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.form.Documents;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;

/** The task {@code platform.apply-lost-phones}: changes the phones whose day is over, and forgets what named nobody. */
@Singleton
class ApplyPhones implements TaskBody {
    private static final Logger LOG = LoggerFactory.getLogger(ApplyPhones.class);
    private static final Duration NOBODYS_KEPT = Duration.ofDays(1);
    private static final int BATCH = 100;

    private final LostPhoneRepository repository;
    private final RefusePhone refusePhone;
    private final Credentials credentials;
    private final Contacts contacts;
    private final Files files;
    private final Revocations revocations;
    private final Transactions transactions;
    private final BusinessClock clock;

    ApplyPhones(
            LostPhoneRepository repository,
            RefusePhone refusePhone,
            Credentials credentials,
            Contacts contacts,
            Files files,
            Revocations revocations,
            Transactions transactions,
            BusinessClock clock) {
        this.repository = repository;
        this.refusePhone = refusePhone;
        this.credentials = credentials;
        this.contacts = contacts;
        this.files = files;
        this.revocations = revocations;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "platform.apply-lost-phones";
    }

    @Override
    public void run() {
        while (settleNext()) {
            // Each by itself: what one waits for holds no other up.
        }
        transactions.write(() -> {
            var forgotten = repository.nobodysBefore(clock.now().minus(NOBODYS_KEPT), BATCH);
            forgotten.forEach(this::forget);
            return forgotten;
        });
    }

    /** Its documents are loose again, and deleted as any that nobody took. */
    private void forget(LostPhone request) {
        files.release(
                AskForPhone.documents(Documents.read(request.document())),
                new RecordRef(LostPhoneViews.RECORD, request.id()));
        repository.delete(request.id());
    }

    private boolean settleNext() {
        var due = transactions.write(() -> repository.nextDue(clock.now()).map(LostPhone::id));
        due.ifPresent(this::settle);
        return due.isPresent();
    }

    /** A change that is refused, say by a module, has rolled back and cannot be carried out later either. */
    private void settle(UUID request) {
        try {
            transactions.write(() -> settled(request, this::apply));
        } catch (DomainException refused) {
            LOG.info("lost phone {} is void: {}", request, refused.code().code());
            transactions.write(() -> settled(request, due -> false));
        }
    }

    private UUID settled(UUID id, Predicate<LostPhone> change) {
        repository
                .lock(id)
                .filter(request -> request.state().equals("granted"))
                .ifPresent(request -> repository.move(id, change.test(request) ? "effective" : "void", null));
        return id;
    }

    /** Whether the account still is there and the phone nobody else's. Whoever has the lost phone is signed out. */
    private boolean apply(LostPhone request) {
        var account = credentials
                .lockActive(Objects.requireNonNull(request.account()))
                .orElse(null);
        var phone = refusePhone.phone(request);
        if (account == null || !contacts.mayHavePhone(account, phone)) {
            return false;
        }
        contacts.setPhone(account, phone);
        revocations.endSessions(account.id());
        return true;
    }
}
