package org.tongban.filing.objection;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.code.CodeError;
import org.tongban.core.code.Proofs;
import org.tongban.core.code.Target;
import org.tongban.core.form.Documents;
import org.tongban.core.form.Forms;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Violation;
import org.tongban.filing.ObjectionError;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.objection.CountObjections.Counted;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.product.Product;
import org.tongban.filing.recognition.Recognition;
import org.tongban.filing.recognition.Recognitions;

/** Takes an objection of somebody without an account; in the transaction under way (PF-60, PF-62). */
@Singleton
class ReceiveObjection {
    /** What the code is asked for whose proof an objection comes with, in the realm of units. */
    static final String PURPOSE = "objection";

    /** Where the form stands in the snapshot of its case. */
    static final String IN_SNAPSHOT = "/objection";

    private static final Title OTHER_PHONE =
            new Title("验证的不是所填手机号", "The proof is of another phone than the one given");
    private static final Title OTHER_MAILBOX =
            new Title("验证的不是所填邮箱", "The proof is of another mailbox than the one given");

    private final ObjectionRepository objections;
    private final CountObjections count;
    private final ObjectionFiles files;
    private final SealObjector sealObjector;
    private final ObjectionNotices notices;
    private final Recognitions recognitions;
    private final FiledProducts products;
    private final Proofs proofs;
    private final Forms forms;
    private final Reviews reviews;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final int sameTextDays;

    ReceiveObjection(
            ObjectionRepository objections,
            CountObjections count,
            ObjectionFiles files,
            SealObjector sealObjector,
            ObjectionNotices notices,
            Recognitions recognitions,
            FiledProducts products,
            Proofs proofs,
            Forms forms,
            Reviews reviews,
            BusinessClock clock,
            AuditTrail audit,
            @Value("${platform.product-filing.objections.same-text-days:30}") int sameTextDays) {
        this.objections = objections;
        this.count = count;
        this.files = files;
        this.sealObjector = sealObjector;
        this.notices = notices;
        this.recognitions = recognitions;
        this.products = products;
        this.proofs = proofs;
        this.forms = forms;
        this.reviews = reviews;
        this.clock = clock;
        this.audit = audit;
        this.sameTextDays = sameTextDays;
    }

    /**
     * What has come of a form.
     *
     * @param followUpCode shown this once; null where the same was received before, whose receipt it is
     * @param before who said the same before; null where it is new
     */
    record Received(String receiptNumber, @Nullable String followUpCode, PublicForm.@Nullable Before before) {}

    /** A form as its version spells it, and what is looked at in it. */
    private record Sent(String form, JsonNode typed) {
        String proof() {
            return typed.path("phoneProof").asText();
        }

        UUID product() {
            return UUID.fromString(typed.path("productId").asText());
        }

        String content() {
            return typed.path("content").asText();
        }
    }

    /** @param document the form as typed */
    Received receive(JsonNode document) {
        var form = forms.newest(ProductFilingModule.OBJECTION_FORM).definition().id();
        var sent = new Sent(form, forms.normalise(form, document));
        requireNone(violations(sent));
        var holder = proofs.holder(sent.proof(), PURPOSE);
        var proved = proofs.take(sent.proof(), PURPOSE, ProductFilingModule.REALM, null);
        return holder.isEmpty() || proved.isEmpty()
                ? again(sent)
                : received(sent, holder.get(), objector(proved.get(), sent.typed()));
    }

    private Received received(Sent sent, UUID holder, Objector objector) {
        var product = sent.product();
        var counted = count.lock(objector.proved(), product, sent.content());
        requireOpen(product);
        // Whoever ends the publicity takes the product first: what has come this far is in time.
        var locked = products.lock(product);
        var recognition = requireOpen(product);
        var today = clock.today();
        var before = ofSameText(product, counted, today);
        if (before.isPresent()) {
            return repeated(before.get(), counted);
        }
        count.requireRoom(counted, product, today);
        var id = Ids.next();
        files.takeEvidence(holder, sent.typed(), id);
        var shown = objector.masked(sent.typed());
        var number = reviews.openWithoutAccount(reviewCase(id, sent.form(), shown, locked, recognition));
        var code = FollowUpCode.of(sent.proof());
        objections.add(
                id,
                product,
                locked.unit(),
                number,
                sent.form(),
                Documents.write(shown),
                sealObjector.seal(objector, id),
                counted.phone(),
                counted.address(),
                counted.text(),
                FollowUpCode.hash(code),
                today,
                clock.now());
        notices.received(objector, locked.name(), number);
        audit.record(ObjectionFiles.RECORD, id, Map.of("number", number, "product", product));
        return new Received(number, code, null);
    }

    private Optional<Objection> ofSameText(UUID product, Counted counted, LocalDate today) {
        return objections.ofSameText(product, counted.text(), today.minusDays(sameTextDays));
    }

    private Received repeated(Objection before, Counted counted) {
        audit.record(ObjectionFiles.RECORD, before.id(), Map.of("repeated", true));
        var same = objections.isOf(before.id(), counted.phone());
        return new Received(before.number(), null, same ? PublicForm.Before.OWN : PublicForm.Before.ANOTHERS);
    }

    /**
     * What already refuses one of whoever has proven the phone or the mailbox: told to nobody else, or phones could be tried.
     * The same text once more gets the first receipt, and so is not refused.
     */
    Optional<Title> hindrance(JsonNode typed) {
        var sent = new Sent(ProductFilingModule.OBJECTION_FORM, typed);
        var proved = proofs.target(sent.proof(), PURPOSE, ProductFilingModule.REALM)
                .flatMap(target -> proved(target, typed));
        if (proved.isEmpty()) {
            return Optional.empty();
        }
        var product = sent.product();
        var today = clock.today();
        var counted = count.counted(proved.get(), product, sent.content());
        return ofSameText(product, counted, today).isPresent()
                ? Optional.empty()
                : count.refusal(counted, product, today).map(DomainException::said);
    }

    /** The phone or the mailbox that is proven, where it is the one that was typed. */
    private static Optional<String> proved(Target target, JsonNode typed) {
        return switch (target) {
            case Target.Phone(var phone) -> mobile(typed).filter(phone::equals);
            case Target.Email(var address) -> mailbox(typed).filter(address::equals);
        };
    }

    private static Optional<String> mobile(JsonNode typed) {
        return MainlandMobile.parse(typed.path("phone").asText()).value().map(MainlandMobile::value);
    }

    private static Optional<String> mailbox(JsonNode typed) {
        return Target.Email.parse(typed.path("email").asText()).value().map(Target.Email::address);
    }

    private List<Violation> violations(Sent sent) {
        var typed = sent.typed();
        var violations = new ArrayList<>(forms.submit(sent.form()).check(typed));
        if (violations.stream().noneMatch(found -> found.pointer().equals("/email"))
                && Target.Email.parse(typed.path("email").asText()) instanceof Parsed.Refused<Target.Email> refused) {
            violations.add(refused.at("/email"));
        }
        return violations;
    }

    private static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
    }

    /** The proof is used up: by this very form, whose answer was lost and is given again, or it is none. */
    private Received again(Sent sent) {
        var code = FollowUpCode.of(sent.proof());
        var text = count.text(sent.product(), sent.content());
        var first = objections
                .ofSender(sent.product(), text, FollowUpCode.hash(code))
                .orElseThrow(() -> Proofs.refused("/phoneProof"));
        audit.record(ObjectionFiles.RECORD, first.id(), Map.of("repeated", true));
        return new Received(first.number(), code, null);
    }

    /** Who it is whose phone or, where no captcha can be solved, whose mailbox is proven (CO-25). */
    private static Objector objector(Target target, JsonNode typed) {
        if (proved(target, typed).isEmpty()) {
            throw switch (target) {
                case Target.Phone ignored -> otherProof("other-phone", OTHER_PHONE);
                case Target.Email ignored -> otherProof("other-mailbox", OTHER_MAILBOX);
            };
        }
        return Objector.of(typed, mobile(typed).orElse(""), target instanceof Target.Phone);
    }

    private static DomainException otherProof(String code, Title title) {
        return DomainException.of(CodeError.PROOF_REFUSED, List.of(new Violation("/phoneProof", code, title)));
    }

    private Recognition requireOpen(UUID product) {
        return recognitions
                .openToObjections(product)
                .orElseThrow(() -> DomainException.of(
                        ObjectionError.NOT_OPEN_TO_OBJECTIONS,
                        List.of(new Violation("/productId", "not-open", recognitions.whyClosed(product)))));
    }

    private NewCase reviewCase(UUID id, String form, JsonNode shown, Product product, Recognition recognition) {
        var organisation = products.organisation(product);
        Map<String, Object> snapshot = Map.of(
                "objection",
                Documents.members(Documents.write(shown)),
                "product",
                Map.of("id", product.id().toString(), "name", product.name(), "number", product.number()),
                "recognition",
                recognition.state().title().zh());
        return new NewCase(
                        ProductFilingModule.OBJECTION_REVIEW,
                        id,
                        product.name(),
                        // Whoever acts for the unit does not decide on what is said against it.
                        organisation.id(),
                        organisation.region(),
                        snapshot)
                .withForms(Map.of(IN_SNAPSHOT, form));
    }
}
