package org.tongban.identity.enrol;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.OrganisationDirectory.Level;
import org.tongban.core.form.Forms;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;
import org.tongban.identity.IdentityError;
import org.tongban.identity.IdentityRealms;
import org.tongban.identity.organisation.OrganisationAccounts;
import org.tongban.identity.organisation.ProveOrganisation;
import org.tongban.identity.user.CreateUser;

/** The second step: the holder of a good token creates the account, which waits for its handler's face (ID-12). */
@Singleton
class EnrolUser {
    private final Enrolments enrolments;
    private final CreateUser createUser;
    private final MayApply mayApply;
    private final OrganisationDirectory directory;
    private final OrganisationAccounts organisations;
    private final Forms forms;
    private final ProveOrganisation proveOrganisation;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;

    EnrolUser(
            Enrolments enrolments,
            CreateUser createUser,
            MayApply mayApply,
            OrganisationDirectory directory,
            OrganisationAccounts organisations,
            Forms forms,
            ProveOrganisation proveOrganisation,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit) {
        this.enrolments = enrolments;
        this.createUser = createUser;
        this.mayApply = mayApply;
        this.directory = directory;
        this.organisations = organisations;
        this.forms = forms;
        this.proveOrganisation = proveOrganisation;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * A user who was created.
     *
     * @param advice what had better not stand in the password
     */
    record Created(CreateUser.Opened opened, List<Violation> advice) {}

    /** To be called with no transaction open: the password is hashed. What is refused leaves the token good. */
    Created create(String token, JsonNode form) {
        var verified = transactions.read(() -> enrolments.ofToken(token)).orElseThrow(EnrolUser::refused);
        var prepared = createUser.prepare(
                form,
                forms.submit(EnrolmentForms.CREATE_USER).check(form),
                IdentityRealms.HANDLER_REGISTER,
                List.of(verified.agreement()));
        return transactions.write(() -> {
            var enrolment = enrolments.lockOfToken(token).orElseThrow(EnrolUser::refused);
            var organisation = known(enrolment);
            // Who applies already is told only behind the proof of a phone.
            var opened = createUser.open(prepared, organisation.id());
            if (!enrolment.isOfRepresentative(opened.handler())) {
                mayApply.require(opened.handler());
            }
            enrolments.store(enrolment.withUser(opened.account().id(), clock.now()));
            audit.record(
                    "identity/handler-account",
                    opened.account().id(),
                    Map.of("organisation", organisation.id(), "enrolment", enrolment.id()));
            return new Created(opened, prepared.advice());
        });
    }

    /** One that another channel brought keeps its data (ID-9). */
    private Organisation known(Enrolment enrolment) {
        var organisation =
                directory.register(enrolment.uscc(), enrolment.name(), enrolment.formerNames(), enrolment.region());
        organisations.note(
                organisation.id(),
                enrolment.legalPersonType(),
                Objects.requireNonNull(enrolment.representative(), "an enrolment that goes on"));
        if (directory.standing(organisation.id()).representative() == null) {
            directory.setRepresentative(organisation.id(), enrolment.representativeName());
        }
        proveOrganisation.prove(organisation.id(), Level.REGISTRY_MATCHED);
        return organisation;
    }

    private static DomainException refused() {
        return DomainException.of(IdentityError.ENROLMENT_TOKEN_REFUSED);
    }
}
