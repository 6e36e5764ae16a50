package org.tongban.filing.objection;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.web.Columns;
import org.tongban.filing.recognition.OpenObjections;

/** Says which products somebody objects to, for what recognises them (PF-52). */
@Singleton
class KnownObjections implements OpenObjections {
    private final ObjectionRepository objections;

    KnownObjections(ObjectionRepository objections) {
        this.objections = objections;
    }

    @Override
    public Set<UUID> openAmong(Collection<UUID> products) {
        return Set.copyOf(objections.openAmong(Columns.of(products)));
    }
}
