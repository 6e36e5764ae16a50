package org.tongban.filing.update;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.file.FileAccess;
import org.tongban.core.web.Caller;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.publicdata.PublicPictures;

/** An update's files are for its unit and for reviewers of its region; its pictures are for everybody once it is done. */
@Singleton
class UpdateFileAccess implements FileAccess {
    private final UpdateRepository updates;
    private final UpdateOwnership ownership;
    private final FiledProducts products;
    private final PublicPictures pictures;

    UpdateFileAccess(
            UpdateRepository updates, UpdateOwnership ownership, FiledProducts products, PublicPictures pictures) {
        this.updates = updates;
        this.ownership = ownership;
        this.products = products;
        this.pictures = pictures;
    }

    @Override
    public String recordType() {
        return UpdateFiles.RECORD;
    }

    @Override
    public boolean mayRead(Caller caller, UUID record, UUID file) {
        return ownership.version(caller, record, false).isPresent()
                || (caller.may(ProductFilingModule.REVIEW) && isReviewable(caller, record));
    }

    /** What its unit has not handed in yet is its unit's alone. */
    private boolean isReviewable(Caller caller, UUID record) {
        return updates.ofId(record)
                .filter(update -> update.submittedAt() != null)
                .map(update -> products.organisation(products.of(update.product())))
                .filter(organisation -> caller.reaches(organisation.region()))
                .isPresent();
    }

    @Override
    public boolean isPublic(UUID record, UUID file) {
        return updates.ofId(record)
                .filter(update -> pictures.of(update.product()).contains(file))
                .isPresent();
    }
}
