package org.tongban.identity.merge;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.core.account.AccountHolds;
import org.tongban.core.account.Accounts;
import org.tongban.core.code.CodeError;
import org.tongban.core.code.Proofs;
import org.tongban.core.code.Target;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.message.Masked;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.module.Title;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Violation;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.handler.MoveLinks;
import org.tongban.identity.merge.MergeViews.MergeRequest;
import org.tongban.identity.merge.OtherAccounts.Other;
import org.tongban.identity.person.People;
import org.tongban.identity.person.Person;

/** Has two accounts that both phones have proved looked at by an officer (ID-44); in the transaction under way. */
@Singleton
class AskForMerge {
    private static final Title NOT_ITS_PHONE =
            new Title("须验证本账号绑定的手机", "A code sent to this account's own phone is needed");

    private final MergeRepository merges;
    private final OtherAccounts others;
    private final People people;
    private final MoveLinks links;
    private final Accounts accounts;
    private final AccountHolds holds;
    private final Proofs proofs;
    private final Reviews reviews;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final AuditTrail audit;

    AskForMerge(
            MergeRepository merges,
            OtherAccounts others,
            People people,
            MoveLinks links,
            Accounts accounts,
            AccountHolds holds,
            Proofs proofs,
            Reviews reviews,
            Outbox outbox,
            BusinessClock clock,
            AuditTrail audit) {
        this.merges = merges;
        this.others = others;
        this.people = people;
        this.links = links;
        this.accounts = accounts;
        this.holds = holds;
        this.proofs = proofs;
        this.reviews = reviews;
        this.outbox = outbox;
        this.clock = clock;
        this.audit = audit;
    }

    PersonMerge ask(Caller caller, Person own, MergeRequest request) {
        var ownPhone = proved(caller, request.ownProof(), "/ownProof")
                .filter(phone -> accounts.phone(caller.account()).equals(Optional.of(phone)))
                .orElseThrow(() -> refused("/ownProof"));
        var otherPhone = proved(caller, request.otherProof(), "/otherProof").orElseThrow(() -> refused("/otherProof"));
        // Only behind a code to its own phone is anything told of the other account.
        var other = others.find(request.realm(), request.login(), otherPhone)
                .orElseThrow(() -> DomainException.of(IdentityError.MERGE_ACCOUNT_UNKNOWN));
        if (other.person().equals(own.id())) {
            throw DomainException.of(IdentityError.MERGE_SAME_ACCOUNT);
        }
        var merge = new PersonMerge(
                Ids.next(),
                own.id(),
                own.account(),
                other.person(),
                other.account(),
                other.realm(),
                MergeState.IN_REVIEW.code(),
                clock.now(),
                null,
                null,
                1);
        keepApart(merge);
        open(caller, own, ownPhone, other, otherPhone, merge, request.reason());
        return merge;
    }

    /** Neither takes part in another merge, becomes a handler or closes its account before this one is decided. */
    private void keepApart(PersonMerge merge) {
        boolean free = people.beginMerge(merge.person(), merge.closesOther() ? merge.other() : null)
                && merges.insert(
                                merge.id(),
                                merge.person(),
                                merge.account(),
                                merge.other(),
                                merge.otherAccount(),
                                merge.otherRealm(),
                                merge.state(),
                                merge.askedAt())
                        > 0;
        if (!free) {
            throw DomainException.of(IdentityError.MERGE_IN_REVIEW);
        }
        if (links.bothHandle(merge.person(), merge.other())) {
            throw DomainException.of(IdentityError.MERGE_TWO_HANDLERS);
        }
        if (merge.closesOther()) {
            holds.put(merge.otherAccount(), MergePart.HOLD, MergePart.HELD);
        }
    }

    private void open(
            Caller caller,
            Person own,
            String ownPhone,
            Other other,
            String otherPhone,
            PersonMerge merge,
            String reason) {
        var snapshot = Map.<String, Object>of(
                "stays", shown(own.name(), own.document(), ownPhone, IdentityRealms.PERSON),
                "goes", shown(other.name(), other.document(), otherPhone, other.realm()),
                "reason", reason.strip());
        var number = reviews.open(
                caller, new NewCase(MergePart.REVIEW, merge.id(), own.name() + "的账号合并", null, null, snapshot));
        outbox.send(MergePart.ASKED, new Recipient.Account(other.account()), Map.of("phone", Masked.phone(ownPhone)));
        audit.record(
                MergePart.RECORD,
                merge.id(),
                Map.of("case", number, "account", merge.account(), "other", merge.otherAccount()));
    }

    private static Map<String, Object> shown(String name, IdDocument document, String phone, String realm) {
        return Map.of(
                "name", name,
                "idType", document.kind().code(),
                "idNumber", document.masked(),
                "phone", Masked.phone(phone),
                "realm", realm);
    }

    private Optional<String> proved(Caller caller, String proof, String pointer) {
        var target =
                proofs.consume(proof, IdentityRealms.PERSON_MERGE, IdentityRealms.PERSON, caller.session(), pointer);
        return target instanceof Target.Phone(var phone) ? Optional.of(phone) : Optional.empty();
    }

    private static DomainException refused(String pointer) {
        return DomainException.of(
                CodeError.PROOF_REFUSED, List.of(new Violation(pointer, "proof-refused", NOT_ITS_PHONE)));
    }
}
