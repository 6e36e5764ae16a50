package org.tongban.identity.manual;

import io.micronaut.context.event.ApplicationEventListener;
import jakarta.inject.Singleton;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.PhoneChanging;
import org.tongban.core.web.DomainException;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityRealms;

/** An applicant who takes another phone while the unit is compared keeps it from the other applicants of the unit (ID-16). */
@Singleton
class FollowApplicantPhone implements ApplicationEventListener<PhoneChanging> {
    private final ManualEnrolments enrolments;
    private final KnownUnit knownUnit;

    FollowApplicantPhone(ManualEnrolments enrolments, KnownUnit knownUnit) {
        this.enrolments = enrolments;
        this.knownUnit = knownUnit;
    }

    @Override
    public void onApplicationEvent(PhoneChanging event) {
        if (!event.realm().equals(IdentityRealms.HANDLER)) {
            return;
        }
        enrolments
                .ofAccount(event.account())
                .flatMap(found -> enrolments.lock(found.id()))
                .filter(enrolment -> !enrolment.state().isFinal())
                .ifPresent(enrolment -> change(enrolment, event.phone()));
    }

    private void change(ManualEnrolment enrolment, String phone) {
        boolean free = !knownUnit.hasPhone(enrolment.document(), phone) && enrolments.movePhone(enrolment.id(), phone);
        if (!free) {
            throw DomainException.of(AccountError.PHONE_TAKEN)
                    .withDetail(IdentityError.PHONE_TAKEN_IN_ORGANISATION.title());
        }
    }
}
