package org.tongban.identity.application;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.state.State;
import org.tongban.identity.IdentityActor;

/**
 * That a person asks to handle an organisation's business (ID-14).
 *
 * @param account that of the handler, which waits for the decision
 * @param decidedOn the business day of the decision, by which rejections are counted (ID-18)
 * @param decidedBy the account, or the credential, that decided; null where nobody did
 */
@MappedEntity(value = "handler_application", schema = "identity")
public record HandlerApplication(
        @Id UUID id,
        UUID account,
        UUID organisation,
        String state,
        Instant appliedAt,
        @Nullable Instant remindedAt,
        @Nullable Instant decidedAt,
        @Nullable LocalDate decidedOn,
        @Nullable String decidedBy,
        @Nullable String reason,
        long version) {
    /** Whether nobody has decided on it. */
    public boolean isPending() {
        return state.equals(ApplicationState.PENDING.code());
    }

    HandlerApplication decided(
            ApplicationMove move,
            IdentityActor by,
            @Nullable String who,
            @Nullable String why,
            Instant at,
            LocalDate on) {
        return new HandlerApplication(
                id,
                account,
                organisation,
                move.apply(State.of(ApplicationState.class, state), by).code(),
                appliedAt,
                remindedAt,
                at,
                on,
                who,
                why,
                version + 1);
    }
}
