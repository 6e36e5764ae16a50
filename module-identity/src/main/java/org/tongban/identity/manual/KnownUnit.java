package org.tongban.identity.manual;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.tongban.core.account.Organisation;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.UnitCode;
import org.tongban.core.web.DomainException;
import org.tongban.identity.IdentityError;
import org.tongban.identity.user.HandlerAccounts;

/** Finds the unit that an applicant names where the directory has it already (ID-9); joins the transaction under way. */
@Singleton
class KnownUnit {
    private final OrganisationDirectory directory;
    private final HandlerAccounts handlers;

    KnownUnit(OrganisationDirectory directory, HandlerAccounts handlers) {
        this.directory = directory;
        this.handlers = handlers;
    }

    /** The unit of the document's code; empty for one that is not known yet or has no code. */
    Optional<Organisation> find(ManualDocument document) {
        return switch (document.code()) {
            case UnitCode.None() -> Optional.empty();
            case UnitCode.Project(var code) -> find(document.code(), code);
            case UnitCode.Foreign(var country, var number) -> find(document.code(), number);
            case UnitCode.Uscc(var uscc) -> directory.findByUscc(uscc);
        };
    }

    private Optional<Organisation> find(UnitCode code, String typed) {
        return directory.findByCode(typed).stream()
                .filter(found -> found.code().equals(code))
                .findFirst();
    }

    /**
     * Refuses a phone that an account of the unit has (ID-16).
     *
     * @throws DomainException {@link IdentityError#PHONE_TAKEN_IN_ORGANISATION}
     */
    void requireFreePhone(ManualDocument document) {
        if (hasPhone(document, document.phone())) {
            throw DomainException.of(IdentityError.PHONE_TAKEN_IN_ORGANISATION);
        }
    }

    /** Whether an account of the unit has the phone. */
    boolean hasPhone(ManualDocument document, String phone) {
        return find(document)
                .filter(unit -> handlers.isPhoneTaken(unit.id(), phone))
                .isPresent();
    }

    /** What the officer is told of a unit that is known: passing adds an account to it. */
    Map<String, Object> told(Organisation unit) {
        return Map.of(
                "name",
                unit.name(),
                "code",
                unit.code().text(),
                "administrators",
                handlers.deciding(unit.id()).size());
    }
}
