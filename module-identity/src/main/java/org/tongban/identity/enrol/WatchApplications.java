package org.tongban.identity.enrol;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Transactions;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.application.ApplicationMove;
import org.tongban.identity.application.Applications;
import org.tongban.identity.application.HandlerApplication;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserMove;

/** Reminds those who decide of applications that wait, and ends those that have waited too long (ID-14). */
@Singleton
class WatchApplications implements TaskBody {
    static final String TASK = "identity.watch-applications";
    private static final String LAPSED = "identity.application-lapsed";
    private static final int BATCH = 100;

    private final Applications applications;
    private final HandlerAccounts handlers;
    private final HandlerAccountMoves moves;
    private final Accounts accounts;
    private final OrganisationDirectory directory;
    private final Approvers approvers;
    private final Outbox outbox;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Duration remindAfter;
    private final Duration lapseAfter;

    WatchApplications(
            Applications applications,
            HandlerAccounts handlers,
            HandlerAccountMoves moves,
            Accounts accounts,
            OrganisationDirectory directory,
            Approvers approvers,
            Outbox outbox,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit,
            @Value("${platform.identity.handler.remind-after:7d}") Duration remindAfter,
            @Value("${platform.identity.handler.lapse-after:30d}") Duration lapseAfter) {
        this.applications = applications;
        this.handlers = handlers;
        this.moves = moves;
        this.accounts = accounts;
        this.directory = directory;
        this.approvers = approvers;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
        this.remindAfter = remindAfter;
        this.lapseAfter = lapseAfter;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void run() {
        var now = clock.now();
        int lapsed;
        do {
            var over = transactions.read(() -> applications.waiting(now.minus(lapseAfter), BATCH));
            over.forEach(application -> lapse(application.id(), now));
            lapsed = over.size();
        } while (lapsed == BATCH);
        int reminded;
        do {
            var waiting = transactions.read(() -> applications.unreminded(now.minus(remindAfter), BATCH));
            waiting.forEach(application -> remind(application, now));
            reminded = waiting.size();
        } while (reminded == BATCH);
    }

    private void remind(HandlerApplication application, Instant now) {
        var whom = approvers.find(application.organisation());
        transactions.write(() -> {
            pending(application.id()).filter(one -> one.remindedAt() == null).ifPresent(one -> {
                approvers.remind(whom, handler(one).name(), days(one, now));
                applications.noteReminded(one.id());
            });
            return application;
        });
    }

    private void lapse(UUID id, Instant now) {
        transactions.write(() -> {
            pending(id).ifPresent(application -> {
                var handler = handlers.lock(application.account()).orElseThrow();
                tell(application, now);
                applications.decide(application, ApplicationMove.LAPSE, IdentityActor.PLATFORM, null, null);
                moves.close(handler, UserMove.LAPSE, IdentityActor.PLATFORM);
                audit.recordTask(TASK, "identity/handler-application", id, Map.of("account", handler.id()));
            });
            return id;
        });
    }

    /** By the phone that is free a moment later. */
    private void tell(HandlerApplication application, Instant now) {
        var account = application.account();
        var named = directory.find(application.organisation()).orElseThrow().name();
        var parameters = Map.of("organisation", named, "days", String.valueOf(days(application, now)));
        accounts.phone(account)
                .ifPresent(phone -> outbox.send(LAPSED, new Recipient.FormerPhone(account, phone), parameters));
    }

    private Optional<HandlerApplication> pending(UUID id) {
        return applications.lock(id).filter(HandlerApplication::isPending);
    }

    private HandlerAccount handler(HandlerApplication application) {
        return handlers.find(application.account()).orElseThrow();
    }

    /** As people count them: by the dates. */
    private static long days(HandlerApplication application, Instant now) {
        return ChronoUnit.DAYS.between(date(application.appliedAt()), date(now));
    }

    private static LocalDate date(Instant moment) {
        return moment.atZone(BusinessClock.ZONE).toLocalDate();
    }
}
