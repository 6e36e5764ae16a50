package org.tongban.identity.manual;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.OrganisationDirectory.Level;
import org.tongban.core.account.UnitCode;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.overview.Matter;
import org.tongban.core.review.Remark;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.review.ReviewHandler.Outcome;
import org.tongban.core.time.BusinessClock;
import org.tongban.identity.IdentityActor;
import org.tongban.identity.organisation.ProveOrganisation;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccountMoves.Handler;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserMove;

/** Carries an officer's decision out: the unit is made or found and its handler let in, or the papers go back (ID-25). */
@Singleton
class DecideManual {
    /** The region of a unit outside every province; officers for the whole country alone reach it. */
    private static final String NO_PROVINCE = "000000";

    private final ManualEnrolments enrolments;
    private final OrganisationDirectory directory;
    private final ProveOrganisation proveOrganisation;
    private final HandlerAccounts handlers;
    private final HandlerAccountMoves moves;
    private final Accounts accounts;
    private final Outbox outbox;
    private final BusinessClock clock;

    DecideManual(
            ManualEnrolments enrolments,
            OrganisationDirectory directory,
            ProveOrganisation proveOrganisation,
            HandlerAccounts handlers,
            HandlerAccountMoves moves,
            Accounts accounts,
            Outbox outbox,
            BusinessClock clock) {
        this.enrolments = enrolments;
        this.directory = directory;
        this.proveOrganisation = proveOrganisation;
        this.handlers = handlers;
        this.moves = moves;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    void decided(Outcome outcome) {
        var enrolment = enrolments.lock(outcome.subject()).orElseThrow();
        switch (outcome.decision()) {
            case APPROVE -> pass(enrolment);
            case RETURN -> {
                var words = words(outcome);
                enrolments.decide(enrolment.returned(words, clock.now()));
                // The sentence goes on behind the reason.
                tell(ManualMove.RETURN, enrolment, Map.of("reason", words.replaceAll("[。.；;]+$", "")));
            }
            case REJECT -> throw new IllegalStateException("a manual enrolment is returned, never rejected");
        }
    }

    Optional<Matter> matter(UUID subject) {
        return enrolments.lock(subject).map(ManualEnrolment::matter);
    }

    private void pass(ManualEnrolment enrolment) {
        var document = enrolment.document();
        var region = document.region();
        var unit =
                directory.register(document.code(), document.name(), List.of(), region == null ? NO_PROVINCE : region);
        var number = document.number();
        if (unit.code() instanceof UnitCode.None && number != null) {
            directory.noteNumber(unit.id(), number);
        }
        // Its row is locked from here on: of two founders who pass at once the first one is the administrator.
        proveOrganisation.prove(unit.id(), Level.MANUALLY_VERIFIED);
        accounts.assignOrganisation(enrolment.account(), unit.id());
        boolean founds = handlers.deciding(unit.id()).isEmpty();
        // The applicant may have taken another phone meanwhile.
        var phone = accounts.phone(enrolment.account()).orElseGet(document::phone);
        var handler = new Handler(document.handlerName(), document.handlerDocument(), phone, null);
        moves.activate(
                moves.add(enrolment.account(), unit.id(), handler),
                UserMove.PASS,
                IdentityActor.REVIEWER,
                founds ? Authority.ADMINISTRATOR : Authority.HANDLER);
        enrolments.decide(enrolment.passed(unit.id(), clock.now()));
        tell(ManualMove.PASS, enrolment, Map.of());
    }

    /** What the applicant has to do is in the remarks where the officer gives no other reason. */
    private static String words(Outcome outcome) {
        return outcome.reason().isEmpty()
                ? outcome.remarks().stream().map(Remark::text).collect(Collectors.joining("；"))
                : outcome.reason();
    }

    private void tell(ManualMove move, ManualEnrolment enrolment, Map<String, String> said) {
        move.message()
                .ifPresent(message ->
                        outbox.send(message, new Recipient.Account(enrolment.account()), said, enrolment.link()));
    }

    /** Decisions on units outside the mainland (ID-25). */
    @Singleton
    static class OfNonMainland implements ReviewHandler {
        private final DecideManual decideManual;

        OfNonMainland(DecideManual decideManual) {
            this.decideManual = decideManual;
        }

        @Override
        public String type() {
            return ManualKind.NON_MAINLAND.reviewType();
        }

        @Override
        public void decided(Outcome outcome) {
            decideManual.decided(outcome);
        }

        @Override
        public Optional<Matter> matter(UUID subject) {
            return decideManual.matter(subject);
        }
    }

    /** Decisions on temporary projects (ID-26). */
    @Singleton
    static class OfProject implements ReviewHandler {
        private final DecideManual decideManual;

        OfProject(DecideManual decideManual) {
            this.decideManual = decideManual;
        }

        @Override
        public String type() {
            return ManualKind.PROJECT.reviewType();
        }

        @Override
        public void decided(Outcome outcome) {
            decideManual.decided(outcome);
        }

        @Override
        public Optional<Matter> matter(UUID subject) {
            return decideManual.matter(subject);
        }
    }
}
