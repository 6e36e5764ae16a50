package org.tongban.identity.merge;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tongban.core.account.AccountHolds;
import org.tongban.core.account.Accounts;
import org.tongban.core.audit.Changes;
import org.tongban.core.event.Events;
import org.tongban.core.message.Masked;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.identity.PersonsMerged;
import org.tongban.identity.handler.MoveLinks;
import org.tongban.identity.person.People;
import org.tongban.identity.user.HandlerAccountMoves;

/** Carries a decision on a merge out: all that hangs on the other person follows, and its account goes (ID-44). */
@Singleton
class DecideMerge implements ReviewHandler {
    private final MergeRepository merges;
    private final People people;
    private final MoveLinks links;
    private final HandlerAccountMoves moves;
    private final Accounts accounts;
    private final AccountHolds holds;
    private final Outbox outbox;
    private final Events events;
    private final BusinessClock clock;
    private final AuditTrail audit;

    DecideMerge(
            MergeRepository merges,
            People people,
            MoveLinks links,
            HandlerAccountMoves moves,
            Accounts accounts,
            AccountHolds holds,
            Outbox outbox,
            Events events,
            BusinessClock clock,
            AuditTrail audit) {
        this.merges = merges;
        this.people = people;
        this.links = links;
        this.moves = moves;
        this.accounts = accounts;
        this.holds = holds;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public String type() {
        return MergePart.REVIEW;
    }

    @Override
    public void decided(Outcome outcome) {
        var merge = merges.lock(outcome.subject()).orElseThrow();
        switch (outcome.decision()) {
            case APPROVE -> merge(merge.decided(MergeMove.APPROVE, clock.now(), null));
            case REJECT -> {
                merges.store(merge.decided(MergeMove.REJECT, clock.now(), outcome.reason()));
                release(merge);
                outbox.send(MergePart.REFUSED, new Recipient.Account(merge.otherAccount()), Map.of());
            }
            case RETURN -> throw new IllegalStateException("a merge is asked for anew, never returned");
        }
    }

    private void merge(PersonMerge merged) {
        merges.store(merged);
        var followed = links.move(merged.other(), merged.person(), merged.otherAccount(), merged.account());
        var handled = moves.follow(merged.other(), merged.person());
        release(merged);
        tell(merged);
        if (merged.closesOther()) {
            accounts.close(merged.otherAccount());
            people.close(merged.otherAccount());
        }
        events.publish(
                merged.person(),
                MergeMove.APPROVE.requireEvent(new PersonsMerged(
                        merged.other(),
                        merged.person(),
                        merged.closesOther() ? merged.otherAccount() : null,
                        merged.account())));
        audit.record(
                MergePart.RECORD,
                merged.id(),
                Changes.between(
                        Map.of(
                                "otherAccount", merged.otherAccount(),
                                "handlerLinks", followed,
                                "handlerAccounts", handled),
                        Map.of("person", merged.other(), "otherAccountState", "active"),
                        Map.of(
                                "person",
                                merged.person(),
                                "otherAccountState",
                                merged.closesOther() ? "closed" : "active")));
    }

    /** To both phones, while the other account still has one. */
    private void tell(PersonMerge merge) {
        var said = Map.of(
                "phone", accounts.phone(merge.account()).map(Masked::phone).orElse(""));
        var other = merge.otherAccount();
        outbox.send(MergePart.DONE, new Recipient.Account(merge.account()), said);
        outbox.send(
                MergePart.DONE,
                accounts.phone(other)
                        .filter(former -> merge.closesOther())
                        .<Recipient>map(former -> new Recipient.FormerPhone(other, former))
                        .orElseGet(() -> new Recipient.Account(other)),
                said);
    }

    private void release(PersonMerge merge) {
        people.endMerge(merge.person());
        people.endMerge(merge.other());
        holds.remove(merge.otherAccount(), MergePart.HOLD);
    }
}
