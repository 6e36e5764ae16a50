package org.tongban.filing.unit;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Transactions;
import org.tongban.filing.FilingError;
import org.tongban.filing.ProductFilingModule;

/**
 * Lets in who acts for an organisation by a sign-in of another programme (ID-41): the first call makes the unit; where
 * accounts of this programme have it, everything but joining it is refused by {@code unit-exists}.
 */
@ServerFilter("/api/product-filing/**")
class EnterUnit {
    private static final String DIRECTORY = "directory";

    private final UnitRepository units;
    private final FilingUnits filingUnits;
    private final Transactions transactions;
    private final BusinessClock clock;

    EnterUnit(UnitRepository units, FilingUnits filingUnits, Transactions transactions, BusinessClock clock) {
        this.units = units;
        this.filingUnits = filingUnits;
        this.transactions = transactions;
        this.clock = clock;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void enter(HttpRequest<?> request) {
        if (isOwn(request)) {
            Caller.of(request)
                    .filter(caller -> caller.capacity() != null)
                    .filter(caller -> !caller.realm().equals(ProductFilingModule.REALM))
                    .ifPresent(caller -> enter(
                            caller, caller.organisation(), request.getPath().startsWith(JoiningController.PATH)));
        }
    }

    private static boolean isOwn(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .map(AnnotationMetadata.class::cast)
                .flatMap(route -> route.stringValue(Permitted.class))
                .filter(ProductFilingModule.OWN::equals)
                .isPresent();
    }

    private void enter(Caller caller, @Nullable UUID organisation, boolean joining) {
        if (organisation == null
                || transactions
                        .read(() -> units.ofOrganisation(organisation))
                        .filter(FilingUnit::isJoined)
                        .isPresent()) {
            return;
        }
        boolean entered = transactions.write(() -> opened(caller, organisation));
        if (!entered && !joining) {
            throw DomainException.of(FilingError.UNIT_EXISTS).with("link", JoiningController.PATH);
        }
    }

    /** Of two first calls at once one makes the unit, and both are in. */
    private boolean opened(Caller caller, UUID organisation) {
        var now = clock.now();
        int made = units.add(Ids.next(), organisation, UnitState.UNVERIFIED, DIRECTORY, now, now, caller.account());
        var unit = units.lockOfOrganisation(organisation).orElseThrow();
        if (made == 0 && !unit.isJoined() && filingUnits.accounts(unit).isEmpty()) {
            // Nobody of this programme has it any more who could say so.
            units.join(unit.id(), caller.account(), now);
            return true;
        }
        return unit.isJoined();
    }
}
