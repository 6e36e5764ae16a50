package org.tongban.identity.enrol;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.tongban.core.web.DomainException;
import org.tongban.identity.IdentityError;
import org.tongban.identity.application.Applications;
import org.tongban.identity.user.HandlerAccount;
import org.tongban.identity.user.ValidId;

/**
 * Refuses who applies to an organisation already, or was rejected too often there today, and whose ID has expired as far as
 * the person has registered it (ID-2, ID-17, ID-18).
 */
@Singleton
class MayApply {
    private final Applications applications;
    private final ValidId validId;
    private final int rejectionsPerDay;

    MayApply(
            Applications applications,
            ValidId validId,
            @Value("${platform.identity.handler.rejections-per-day:3}") int rejectionsPerDay) {
        this.applications = applications;
        this.validId = validId;
        this.rejectionsPerDay = rejectionsPerDay;
    }

    /**
     * Lets the person of an account go on.
     *
     * @throws DomainException {@code id-expired}, {@link IdentityError#APPLICATION_PENDING}, {@link IdentityError#DAILY_LIMIT_REACHED}
     */
    void require(HandlerAccount handler) {
        validId.require(handler.document());
        if (applications.pending(handler.organisation(), handler.document()).isPresent()) {
            throw DomainException.of(IdentityError.APPLICATION_PENDING);
        }
        if (applications.rejectedToday(handler.organisation(), handler.document()) >= rejectionsPerDay) {
            throw DomainException.of(IdentityError.DAILY_LIMIT_REACHED);
        }
    }
}
