package org.tongban.core.review;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reviewer decides. */
@Serdeable
record DecisionRequest(
        Decision decision,
        @Nullable @Schema(maxLength = 1000) String reason,
        @Nullable List<Remark> remarks) {}
