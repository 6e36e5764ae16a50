package org.tongban.filing.unit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.identifier.Folding;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.filing.FilingError;

/**
 * The names that units have and had, as the directory knows them. They are noted here to see which two units share, and that is
 * put to them (PF-20). In the transaction under way.
 */
@Singleton
public class UnitNames {
    private static final int BATCH = 200;

    private final UnitNameRepository names;
    private final UnitRepository units;
    private final OrganisationDirectory directory;
    private final BusinessClock clock;

    UnitNames(UnitNameRepository names, UnitRepository units, OrganisationDirectory directory, BusinessClock clock) {
        this.names = names;
        this.units = units;
        this.directory = directory;
        this.clock = clock;
    }

    /** Notes the names that the unit's organisation has now. */
    public void note(FilingUnit unit) {
        var organisation = directory.find(unit.organisation()).orElseThrow();
        var all = new ArrayList<String>();
        all.add(organisation.name());
        all.addAll(organisation.formerNames());
        var folded = new ArrayList<String>();
        for (var name : all) {
            var key = Folding.name(name);
            // Of two spellings of one name the first is the later one.
            if (!folded.contains(key)) {
                names.note(Ids.next(), unit.id(), key, name, !folded.isEmpty());
                folded.add(key);
            }
        }
        names.forgetOthers(unit.id(), folded.toArray(String[]::new));
    }

    /** Notes those of the next verified units and answers the last one; empty where there is none any more. */
    public Optional<UUID> noteNext(UUID behind) {
        var next = units.verifiedBehind(behind, BATCH);
        next.forEach(this::note);
        return next.isEmpty() ? Optional.empty() : Optional.of(next.getLast().id());
    }

    /** All of a unit, the present one first. */
    public List<UnitName> of(UUID unit) {
        return names.of(unit);
    }

    /** That of an id. */
    public Optional<UnitName> find(UUID id) {
        return names.ofId(id);
    }

    /** Keeps what a unit says of a name that it shares. */
    public UnitName answer(Caller caller, UUID id, boolean own) {
        var name = names.ofId(id).orElseThrow();
        if (!name.shared()) {
            throw DomainException.of(FilingError.NAME_NOT_SHARED);
        }
        names.answer(id, own, caller.account(), clock.now());
        return names.ofId(id).orElseThrow();
    }
}
