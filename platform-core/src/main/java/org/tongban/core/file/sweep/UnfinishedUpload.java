package org.tongban.core.file.sweep;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.tongban.core.file.StoredFile;

/** An upload whose bytes have not all come, as operators see it. */
@Serdeable
record UnfinishedUpload(
        UUID id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing/pdf-20")
        String slot,

        UUID uploader,
        Instant since) {
    static UnfinishedUpload of(StoredFile file) {
        return new UnfinishedUpload(file.id(), file.slot(), file.uploader(), file.createdAt());
    }
}
