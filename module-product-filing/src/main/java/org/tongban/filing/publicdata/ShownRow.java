package org.tongban.filing.publicdata;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a public page shows of a recognition, and by what text it is found. */
@Introspected
record ShownRow(UUID id, String state, @Nullable String certificateNumber, String searchText) {}
