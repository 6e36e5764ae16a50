package org.tongban.filing.product;

import static org.tongban.filing.product.ProductState.DRAFT;
import static org.tongban.filing.product.ProductState.FILED;
import static org.tongban.filing.product.ProductState.IN_REVIEW;
import static org.tongban.filing.product.ProductState.RETURNED;
import static org.tongban.filing.product.ProductState.REVOCATION_IN_REVIEW;
import static org.tongban.filing.product.ProductState.REVOKED;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.state.Move;
import org.tongban.filing.ProductFiled;

/** Every move of a filing: who makes it, from where, to where, what is sent and published (PF-80). */
enum ProductMove implements Move<ProductState> {
    SUBMIT(Actor.UNIT, List.of(DRAFT, RETURNED), IN_REVIEW, null, null),
    /** Only of a product that was never filed; what is deleted has no state. */
    DELETE(Actor.UNIT, List.of(DRAFT, RETURNED), null, null, null),
    WITHDRAW(Actor.UNIT, List.of(IN_REVIEW), DRAFT, null, null),
    APPROVE(Actor.REVIEWER, List.of(IN_REVIEW), FILED, "filing.filed", ProductFiled.class),
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
    private final @Nullable Class<? extends Record> event;

    ProductMove(
            Actor by,
            List<ProductState> from,
            @Nullable ProductState to,
            @Nullable String message,
            @Nullable Class<? extends Record> event) {
        this.by = by;
        this.from = from;
        this.to = to;
        this.message = message;
        this.event = event;
    }

    @Override
    public Actor by() {
        return by;
    }

    @Override
    public List<ProductState> from() {
        return from;
    }

    @Override
    public Optional<ProductState> to() {
        return Optional.ofNullable(to);
    }

    @Override
    public Optional<String> message() {
        return Optional.ofNullable(message);
    }

    @Override
    public Optional<Class<? extends Record>> event() {
        return Optional.ofNullable(event);
    }
}
