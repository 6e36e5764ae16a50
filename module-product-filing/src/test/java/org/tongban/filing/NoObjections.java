package org.tongban.filing;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.filing.recognition.OpenObjections;

/** Stands in for what knows the objections as long as nothing does. */
@Singleton
@Requires(missingBeans = OpenObjections.class)
class NoObjections implements OpenObjections {
    @Override
    public boolean isAnyOpen(UUID product) {
        return false;
    }
}
