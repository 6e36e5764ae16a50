package org.tongban.filing.objection;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.filing.recognition.OpenObjections;

/** Says which products somebody objects to, for what recognises them (PF-52). */
@Singleton
class KnownObjections implements OpenObjections {
    private final ObjectionRepository objections;

    KnownObjections(ObjectionRepository objections) {
        this.objections = objections;
    }

    @Override
    public boolean isAnyOpen(UUID product) {
        return objections.isAnyOpen(product);
    }
}
