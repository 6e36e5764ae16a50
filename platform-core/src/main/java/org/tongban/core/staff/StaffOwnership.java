package org.tongban.core.staff;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Ownership;

/** An account of staff exists for administrators of the whole country, and for those of its own region (CO-28). */
@Singleton
class StaffOwnership implements Ownership {
    private final StaffRepository staff;

    StaffOwnership(StaffRepository staff) {
        this.staff = staff;
    }

    @Override
    public Optional<Long> version(Caller caller, UUID id, boolean lock) {
        if (lock && staff.lock(id).isEmpty()) {
            return Optional.empty();
        }
        return staff.find(id).filter(member -> caller.reaches(member.region())).map(StaffMember::version);
    }
}
