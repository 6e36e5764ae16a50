package org.tongban.filing.update;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingError;

/** What the end of a filing has to do with its updates; in the transaction under way. */
@Singleton
public class Updates {
    private final UpdateRepository updates;
    private final UpdateFiles files;
    private final UpdateMatters matters;

    Updates(UpdateRepository updates, UpdateFiles files, UpdateMatters matters) {
        this.updates = updates;
        this.files = files;
        this.matters = matters;
    }

    /** @throws DomainException {@code update-in-review} where one of the product is */
    public void requireNoneInReview(UUID product) {
        if (updates.isInReview(product)) {
            throw DomainException.of(FilingError.UPDATE_IN_REVIEW);
        }
    }

    /** Gives up those of a product that is filed no more. */
    public void giveUp(UUID product) {
        for (var update : updates.lockOpen(product)) {
            updates.delete(update);
            files.discard(update);
            matters.close(update);
        }
    }
}
