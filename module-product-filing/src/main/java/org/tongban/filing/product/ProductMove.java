package org.tongban.filing.product;

import static org.tongban.filing.product.ProductState.DRAFT;
import static org.tongban.filing.product.ProductState.FILED;
import static org.tongban.filing.product.ProductState.IN_REVIEW;
import static org.tongban.filing.product.ProductState.RETURNED;
import static org.tongban.filing.product.ProductState.REVOCATION_IN_REVIEW;
import static org.tongban.filing.product.ProductState.REVOKED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.filing.publicdata.FiledProduct;
import org.tongban.filing.unit.FilingUnit;

/** Every move of a filing: who makes it, from where, to where, what is sent and published (PF-80). */
enum ProductMove {
    SUBMIT(Actor.UNIT, List.of(DRAFT, RETURNED), IN_REVIEW, null, null),
    /** Only of a product that was never filed; what is deleted has no state. */
    DELETE(Actor.UNIT, List.of(DRAFT, RETURNED), null, null, null),
    WITHDRAW(Actor.UNIT, List.of(IN_REVIEW), DRAFT, null, null),
    APPROVE(Actor.REVIEWER, List.of(IN_REVIEW), FILED, "filing.filed", FiledRecord::event),
    RETURN(Actor.REVIEWER, List.of(IN_REVIEW), RETURNED, "filing.returned", null),
    ASK_REVOCATION(Actor.UNIT, List.of(FILED), REVOCATION_IN_REVIEW, null, null),
    APPROVE_REVOCATION(Actor.REVIEWER, List.of(REVOCATION_IN_REVIEW), REVOKED, "filing.revoked", null),
    REFUSE_REVOCATION(Actor.REVIEWER, List.of(REVOCATION_IN_REVIEW), FILED, "filing.revocation-refused", null),
    /** The unit itself takes back what it asked: nobody is told that it was refused. */
    WITHDRAW_REVOCATION(Actor.UNIT, List.of(REVOCATION_IN_REVIEW), FILED, null, null),
    CONFIRM_REVOCATION(Actor.UNIT, List.of(FILED), REVOKED, "filing.revoked", null);

    private final Actor by;
    private final List<ProductState> from;
    private final @Nullable ProductState to;
    private final @Nullable String message;
    private final @Nullable BiFunction<FiledProduct, FilingUnit, Record> event;

    ProductMove(
            Actor by,
            List<ProductState> from,
            @Nullable ProductState to,
            @Nullable String message,
            @Nullable BiFunction<FiledProduct, FilingUnit, Record> event) {
        this.by = by;
        this.from = from;
        this.to = to;
        this.message = message;
        this.event = event;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Actor by() {
        return by;
    }

    List<ProductState> from() {
        return from;
    }

    /** The state it leads to; empty where the record is deleted. */
    Optional<ProductState> to() {
        return Optional.ofNullable(to);
    }

    /** The message that goes with it. */
    Optional<String> message() {
        return Optional.ofNullable(message);
    }

    /** The event that is published with it, made of what is filed and whose it is. */
    Optional<BiFunction<FiledProduct, FilingUnit, Record>> event() {
        return Optional.ofNullable(event);
    }

    /** Whether the actor may make it from the state. */
    boolean isAllowed(ProductState state, Actor actor) {
        return by == actor && from.contains(state);
    }

    /** The state the move leads to; refused, with the state it was tried from, where the table has no such row. */
    ProductState apply(ProductState state, Actor actor) {
        if (to == null || !isAllowed(state, actor)) {
            var refusal = DomainException.of(CoreError.ILLEGAL_MOVE)
                    .with("from", state.code())
                    .with("move", code());
            throw to == null ? refusal : refusal.with("to", to.code());
        }
        return to;
    }
}
